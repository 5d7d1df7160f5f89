import type { ModelHost } from '../../language-models/contract/model-host.ts'
import {
  createScriptedLanguageModel,
  type ScriptedOptions,
} from '../../language-models/test/scripted-language-model.ts'
import type { ComposedProblem } from '../../synthesis/problem-text.ts'
import { trainingRows } from '../../synthesis/training-rows.ts'

/** Loads, for any file, a scripted model that translates these problems without a mistake and knows nothing else. */
export function createOracleHost(problems: readonly ComposedProblem[], options: ScriptedOptions = {}): ModelHost {
  const answers = new Map(
    problems.flatMap((problem) => trainingRows(problem).rows.map(({ completion, prompt }) => [prompt, completion])),
  )
  const answer = (prompt: string | undefined) => (prompt === undefined ? undefined : answers.get(prompt)) ?? '=none'
  return {
    load: async ({ file, id = file }) => ({
      status: 'loaded',
      model: createScriptedLanguageModel((request) => answer('prompt' in request ? request.prompt : undefined), {
        id,
        ...options,
      }),
    }),
  }
}
