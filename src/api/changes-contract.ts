import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'

/** What has changed and may be read again. */
export const changeTopicSchema = z.enum(['runs', 'models', 'settings', 'prompts', 'datasets', 'comparisons', 'notices'])
export type ChangeTopic = z.infer<typeof changeTopicSchema>

export const changesContract = {
  /** Topics as they change, until who listens goes away. */
  watch: oc.output(eventIterator(changeTopicSchema)),
}
