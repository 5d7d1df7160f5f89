import { PlanwrightError } from '../base/planwright-error.ts'
import type { PlanningDomain } from '../planning/planning-domain.ts'
import type { Segment } from '../planning/segment.ts'
import type { FormalizeRequest } from './formalizer.ts'
import { segmentText } from './segmenter.ts'

/** Refuses what no model should be asked about; cuts the rest into segments. Throws `invalid-input`. */
export function prepareText({ text, limits }: Pick<FormalizeRequest, 'limits' | 'text'>): Segment[] {
  if (text.trim() === '') {
    throw new PlanwrightError({
      code: 'invalid-input',
      message: 'There is no text to plan from.',
      wayOut: 'Describe a meeting to schedule, a trip, or people to meet.',
    })
  }
  if (text.length > limits.textLength) throw tooLong(`${text.length} characters`)
  if (hasBinary(text)) {
    throw new PlanwrightError({
      code: 'invalid-input',
      message: 'This is not text: it holds bytes that no writing has.',
      wayOut: 'Give a plain text file in UTF-8.',
    })
  }
  const segments = segmentText(text)
  if (segments.length > limits.segments) throw tooLong(`${segments.length} sentences and lines`)
  return segments
}

/** Control characters but white space, and what a UTF-8 decoder writes for bytes that are none. */
function hasBinary(text: string): boolean {
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    if (code === 0xfffd || (code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13)) return true
  }
  return false
}

const tooLong = (size: string) =>
  new PlanwrightError({
    code: 'invalid-input',
    message: `The text is too long: ${size}.`,
    wayOut: 'Give one planning problem at a time, of at most a few pages.',
  })

/** The domain asked for by name; undefined for `auto`. Throws `not-found`. */
export function requestedDomain(request: FormalizeRequest): PlanningDomain | undefined {
  if (request.domain === 'auto') return undefined
  const domain = request.domains.find((one) => one.id === request.domain)
  if (domain !== undefined) return domain
  throw new PlanwrightError({
    code: 'not-found',
    message: `There is no planning domain "${request.domain}".`,
    wayOut: `Choose one of: ${request.domains.map((one) => one.id).join(', ')}, auto.`,
  })
}
