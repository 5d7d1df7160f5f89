import type { PlanStep } from '../../src/planning/plan.ts'
import { writeClock } from './plan-form.ts'
import { inspectStrings } from './strings.ts'

const words = inspectStrings.plan.step

/** A step of a plan in a line. */
export function describeStep({ action, args }: PlanStep): string {
  const text = (name: string) => String(args[name] ?? '')
  const time = (name: string) => writeClock(Number(args[name] ?? 0))
  switch (action) {
    case 'stay':
      return words.stay(text('city'), text('fromDay'), text('toDay'))
    case 'fly':
      return words.fly(text('from'), text('to'), text('day'))
    case 'start':
      return words.start(text('place'), time('timeMin'))
    case 'travel':
      return words.travel(text('to'), text('lengthMin'), time('arriveMin'))
    case 'wait':
      return words.wait(time('untilMin'))
    case 'meet':
      return args['person'] === undefined
        ? words.calendar(text('day'), time('startMin'), time('endMin'))
        : words.meet(text('person'), time('startMin'), time('endMin'))
    default:
      return [action, ...Object.values(args)].join(' ')
  }
}
