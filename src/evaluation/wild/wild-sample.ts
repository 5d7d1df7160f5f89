import { z } from 'zod'
import { calendarConstraintsSchema } from '../calendar-constraints.ts'
import type { Constraints } from '../constraints.ts'
import { judgeAnswer } from '../judge-answer.ts'
import { meetingConstraintsSchema, shortestWays } from '../meeting-constraints.ts'
import type { Sample } from '../sample.ts'
import { tripConstraintsSchema } from '../trip-constraints.ts'

const common = { id: z.string(), text: z.string(), satisfiable: z.boolean(), optimum: z.int().nullable() }

/** A line of a set of problems as people write them. */
const wildLineSchema = z.discriminatedUnion('family', [
  z.object({ ...common, family: z.literal('calendar'), constraints: calendarConstraintsSchema }),
  z.object({ ...common, family: z.literal('trip'), constraints: tripConstraintsSchema }),
  z.object({ ...common, family: z.literal('meeting'), constraints: meetingConstraintsSchema }),
])
type WildLine = z.infer<typeof wildLineSchema>

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

function levelOf(line: WildLine): string {
  switch (line.family) {
    case 'calendar': {
      const { days, participants } = line.constraints
      return `${counted(participants.length, 'person', 'people')}, ${counted(days.length, 'day', 'days')}`
    }
    case 'trip':
      return counted(Object.keys(line.constraints.stays).length, 'city', 'cities')
    case 'meeting':
      return counted(line.constraints.people.length, 'person', 'people')
  }
}

function constraintsOf(line: WildLine): Constraints {
  if (line.family === 'calendar') return { task: 'calendar', constraints: line.constraints }
  if (line.family === 'trip') return { task: 'trip', constraints: line.constraints }
  const { constraints, optimum } = line
  return { task: 'meeting', constraints, travel: shortestWays(constraints.travel), optimum: optimum ?? 0 }
}

/** A problem of the wild set, judged by its `constraints`. Throws a `ZodError` for a line of another form. */
export function wildSample(line: unknown): Sample {
  const read = wildLineSchema.parse(line)
  const problem = { ...constraintsOf(read), satisfiable: read.satisfiable }
  return {
    id: read.id,
    dataset: 'wild',
    task: read.family,
    level: levelOf(read),
    text: read.text,
    problem,
    judge: (run) => ({ ...judgeAnswer(problem, run), exactMatch: null }),
  }
}
