import { createTheme } from '@mantine/core'

/** Mantine in our sizes: 13 px text, 28 px rows, hairlines. */
export const theme = createTheme({
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '12px', sm: '13px' },
  defaultRadius: 4,
  primaryColor: 'dark',
  autoContrast: true,
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
})
