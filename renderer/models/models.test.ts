import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contextSteps, nearestStep } from './context-steps.ts'
import { jinjaParts } from './jinja-parts.ts'
import { memoryForContext } from './memory-for-context.ts'
import { formatParameters } from './model-facts.tsx'

describe('the parts of a chat template', () => {
  it('are the template, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{%', '%}', '{{', '}}', '{#', '#}', 'x', '\n')), (pieces) => {
        const template = pieces.join('')
        return (
          jinjaParts(template)
            .map(({ text }) => text)
            .join('') === template
        )
      }),
    )
  })

  it('are told apart', () => {
    expect(jinjaParts('{# no #}a{% if b %}{{ c }}').map(({ kind }) => kind)).toEqual([
      'remark',
      'text',
      'statement',
      'value',
    ])
  })
})

describe('the stops of the context slider', () => {
  it('double up to what the model was trained for', () => {
    expect(contextSteps(3000)).toEqual([256, 512, 1024, 2048, 3000])
    expect(contextSteps(100)).toEqual([100])
    expect(contextSteps(0).at(-1)).toBe(131_072)
  })

  it('have one nearest from below', () => {
    expect([1, 256, 900, 99_999].map((tokens) => nearestStep([256, 512, 1024], tokens))).toEqual([0, 0, 1, 2])
  })
})

it('the cache alone grows with the context window', () => {
  const memory = {
    contextTokens: 1000,
    sequences: 8,
    weightsBytes: 10,
    cacheBytes: 100,
    buffersBytes: 5,
    processBytes: 5,
    totalBytes: 120,
    freeBytes: 500,
  }

  expect(memoryForContext(memory, 500)).toEqual({ ...memory, contextTokens: 500, cacheBytes: 50, totalBytes: 70 })
})

it('parameters are counted in words', () => {
  expect([127_808, 1_869_504, 7.6e9].map(formatParameters)).toEqual(['127,808', '1.9 million', '7.6 billion'])
})
