import { ActionIcon } from '@mantine/core'
import { IconPresentation } from '@tabler/icons-react'
import { openDemonstration } from './open-demonstration.ts'
import { demonstrateStrings as words } from './strings.ts'

/** Shows a run to people who watch. */
export function DemonstrateButton({ runId }: { readonly runId: string }) {
  return (
    <ActionIcon
      size={22}
      variant="subtle"
      color="gray"
      aria-label={words.open}
      title={`${words.open} (P)`}
      onClick={() => openDemonstration(runId)}
    >
      <IconPresentation size={15} stroke={1.6} aria-hidden />
    </ActionIcon>
  )
}
