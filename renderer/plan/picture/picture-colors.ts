/**
 * Colours of pictures: tokens of the theme, named in attributes and not in a style sheet, so that an export puts their
 * values in place and a page without the workbench's styles falls back to the light theme.
 */
export const colors = {
  paper: 'var(--bg, #fff)',
  quiet: 'var(--bg-quiet, #f7f7f5)',
  line: 'var(--line, #e2e2de)',
  lineStrong: 'var(--line-strong, #c9c9c4)',
  ink: 'var(--ink-1, #1b1b19)',
  ink2: 'var(--ink-2, #454541)',
  ink3: 'var(--ink-3, #686862)',
  accent: 'var(--accent, #3451c7)',
  lit: 'var(--pointed-strong, rgb(52 81 199 / 26%))',
  invalid: 'var(--invalid, #b9211a)',
  /** The colour of the plan's verdict. */
  outcome: 'var(--outcome, #454541)',
} as const

export const fonts = {
  family: "'Inter Variable', Inter, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  /** px. */
  size: 11,
} as const
