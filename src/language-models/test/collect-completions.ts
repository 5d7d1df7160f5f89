import type { GeneratePart, GenerateRequest } from '../contract/generate.ts'
import type { LanguageModel } from '../contract/language-model.ts'

/** Runs the requests to their ends and sorts the parts by request. */
export async function collectCompletions(
  model: LanguageModel,
  requests: readonly GenerateRequest[],
  signal: AbortSignal = new AbortController().signal,
): Promise<GeneratePart[][]> {
  const completions: GeneratePart[][] = requests.map(() => [])
  for await (const part of model.generate(requests, signal)) completions[part.request]?.push(part)
  return completions
}

export const textOf = (completion: readonly GeneratePart[] = []): string =>
  completion.map((part) => (part.type === 'token' ? part.text : '')).join('')
