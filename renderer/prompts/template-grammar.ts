/** What stands out in a template, as Monaco wants it (Monarch). */
export const templateMonarch = {
  tokenizer: {
    root: [
      [/\\\{\{/, 'comment'],
      [/\{\{[ \t]*[#/][ \t]*[A-Za-z][A-Za-z0-9]*[ \t]*\}\}/, 'variable'],
      [/\{\{[ \t]*[A-Za-z][A-Za-z0-9]*[ \t]*\}\}/, 'predicate'],
      [/^---[ \t]*$/, 'comment'],
      [/[^{\\-]+/, ''],
      [/./, ''],
    ] as const,
  },
}
