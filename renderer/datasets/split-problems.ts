/** Problems of a text: between two stands a line of dashes. */
export function splitProblems(text: string): string[] {
  return text
    .split(/^\s*-{3,}\s*$/m)
    .map((problem) => problem.trim())
    .filter((problem) => problem !== '')
}
