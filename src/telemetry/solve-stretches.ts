import { names } from './attribute-names.ts'
import { type EventOf, json, type RunRecord, real, type Stretch, whole } from './stretch.ts'

const { genAi, openInference, planwright } = names
const tool = 'tau-prolog'

/** Solving, reading the plan, judging it, and looking for what clashes. */
export function solveStretches(record: RunRecord): Stretch[] {
  const [program, end] = [record.first('program'), record.first('solve-end')]
  const solved = program === undefined || end === undefined ? [] : solving(program, end)
  return [...solved, ...reading(record), ...validating(record), ...explaining(record)]
}

function solving(program: EventOf<'program'>, end: EventOf<'solve-end'>): Stretch[] {
  const isError = end.status === 'exception' || end.status === 'limit-exceeded'
  const result = end.answer === undefined ? (end.message ?? 'false.') : JSON.stringify(end.answer)
  return [
    {
      path: 'solve',
      name: `execute_tool ${tool}`,
      startMs: program.time,
      endMs: end.time,
      attributes: {
        [genAi.operation]: 'execute_tool',
        [genAi.toolName]: tool,
        [genAi.toolType]: 'function',
        [genAi.toolArguments]: JSON.stringify({ query: program.query }),
        [genAi.toolResult]: result,
        [openInference.spanKind]: 'TOOL',
        [openInference.toolName]: tool,
        [openInference.input]: `${program.program}\n?- ${program.query}.`,
        [openInference.output]: result,
        [planwright.inferences]: whole(end.inferences),
        [planwright.prologOutcome]: end.status,
        [planwright.prologLimits]: program.limits === undefined ? undefined : JSON.stringify(program.limits),
        [planwright.prologLimitReached]: end.limit,
        [planwright.prologOutput]: end.output,
        [names.errorType]: isError ? end.status : undefined,
      },
      ...(isError ? { status: { code: 'error' as const, message: end.message ?? end.status } } : {}),
    },
    ...insideSolver(program, end),
  ]
}

/** What the solver measured, from the end backwards: before it consulted, the query waited for a worker. */
function insideSolver(program: EventOf<'program'>, end: EventOf<'solve-end'>): Stretch[] {
  if (end.consultMs === undefined || end.solveMs === undefined) return []
  const solveFrom = Math.max(program.time, end.time - end.solveMs)
  const consultFrom = Math.max(program.time, solveFrom - end.consultMs)
  const step = { [openInference.spanKind]: 'CHAIN' }
  return [
    {
      path: 'solve consult',
      parent: 'solve',
      name: 'consult',
      startMs: consultFrom,
      endMs: solveFrom,
      attributes: { ...step, [openInference.input]: program.program },
    },
    {
      path: 'solve query',
      parent: 'solve',
      name: 'solve',
      startMs: solveFrom,
      endMs: end.time,
      attributes: {
        ...step,
        [openInference.input]: `?- ${program.query}.`,
        [openInference.output]: end.answer === undefined ? (end.message ?? 'false.') : JSON.stringify(end.answer),
        [planwright.inferences]: whole(end.inferences),
      },
    },
  ]
}

function reading(record: RunRecord): Stretch[] {
  const [end, plan] = [record.first('solve-end'), record.first('plan')]
  if (end?.answer === undefined || plan === undefined) return []
  return [
    {
      path: 'read',
      name: 'read',
      startMs: end.time,
      endMs: plan.time,
      attributes: {
        [openInference.spanKind]: 'CHAIN',
        [openInference.input]: JSON.stringify(end.answer),
        [openInference.inputType]: json,
        [openInference.output]: plan.plainText,
      },
    },
  ]
}

function validating(record: RunRecord): Stretch[] {
  const [plan, judged] = [record.first('plan'), record.first('verdict')]
  if (plan === undefined || judged === undefined) return []
  const { verdict } = judged
  const explanation =
    verdict.status === 'invalid'
      ? verdict.violations.map(({ words }) => words).join('; ')
      : verdict.status === 'unknown'
        ? verdict.why
        : undefined
  const scored = verdict.status === 'unknown' ? undefined : real(verdict.status === 'valid' ? 1 : 0)
  return [
    {
      path: 'validate',
      name: 'validate',
      startMs: plan.time,
      endMs: judged.time,
      attributes: {
        [openInference.spanKind]: 'EVALUATOR',
        [openInference.input]: plan.plainText,
        [openInference.output]: verdict.status,
        [openInference.evaluationName]: 'plan_valid',
        [openInference.evaluationLabel]: verdict.status,
        [openInference.evaluationScore]: scored,
        [openInference.evaluationExplanation]: explanation,
        [openInference.evaluationAnnotator]: 'CODE',
      },
      events: [
        {
          name: genAi.evaluationEvent,
          timeMs: judged.time,
          attributes: {
            [genAi.evaluationName]: 'plan_valid',
            [genAi.evaluationLabel]: verdict.status,
            [genAi.evaluationScore]: scored,
            [genAi.evaluationExplanation]: explanation,
          },
        },
      ],
    },
  ]
}

function explaining(record: RunRecord): Stretch[] {
  const [end, conflict] = [record.first('solve-end'), record.first('conflict')]
  if (end === undefined || conflict === undefined) return []
  return [
    {
      path: 'conflict',
      name: 'find conflict',
      startMs: end.time,
      endMs: conflict.time,
      attributes: {
        [openInference.spanKind]: 'CHAIN',
        [openInference.output]: conflict.words.join('\n'),
        [planwright.conflict]: conflict.words,
        [planwright.isMinimal]: conflict.minimal,
      },
    },
  ]
}
