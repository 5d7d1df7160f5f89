import { type MantineColorScheme, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { strings } from '../strings.ts'

const words = strings.theme
const choices: { value: MantineColorScheme; label: string }[] = [
  { value: 'light', label: words.light },
  { value: 'dark', label: words.dark },
  { value: 'auto', label: words.auto },
]

export function ColorSchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const choose = (value: string) => {
    const chosen = choices.find((one) => one.value === value)
    if (chosen !== undefined) setColorScheme(chosen.value)
  }
  return <SegmentedControl aria-label={words.label} size="xs" data={choices} value={colorScheme} onChange={choose} />
}
