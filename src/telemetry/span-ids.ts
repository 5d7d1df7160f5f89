import { createHash } from 'node:crypto'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** 32 hexadecimal digits, the same for the same run: exported twice, a trace is not there twice. */
export const traceIdOf = (runId: string): string => digest(`trace ${runId}`).slice(0, 32)

/** 16 hexadecimal digits; `path` names the span within its run. */
export const spanIdOf = (runId: string, path: string): string => digest(`span ${runId} ${path}`).slice(0, 16)
