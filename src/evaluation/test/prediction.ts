import { type Prediction, predictionOf } from '../prediction.ts'
import { runWith } from './sample-run.ts'

/** A right prediction, but for what is said otherwise. */
export function predictionWith(parts: Partial<Prediction> = {}): Prediction {
  const judge = () => ({ verdict: 'ok' as const, why: '', exactMatch: true })
  const sample = { id: 'a', dataset: 'made-up', task: 'calendar', level: '2 people', text: '', judge }
  return { ...predictionOf({ sample, model: 'nano', run: runWith(), fewerRepairs: [], cold: false }), ...parts }
}
