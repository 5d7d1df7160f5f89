// Checks that llama.cpp reads an exported model as it was trained: the same token ids, the same greedy completions (but
// where the two best logits are closer than the gap allowed), and nearly the same probabilities.
// Usage: node check_gguf.mjs MODEL.gguf EXPECTED.json [LARGEST_LOG_PROBABILITY_GAP]
// EXPECTED.json comes from `python -m training.write_expectations`. Exit status 1 when something differs.
import { readFileSync } from 'node:fs'
import { getLlama } from 'node-llama-cpp'

const [modelPath, expectedPath, gapText] = process.argv.slice(2)
const largestGap = Number(gapText ?? 0.05)
const expected = JSON.parse(readFileSync(expectedPath, 'utf8'))
const llama = await getLlama({ gpu: false, build: 'never' })
const model = await llama.loadModel({ modelPath })
let failures = 0

const fail = (message) => {
  failures += 1
  if (failures <= 10) console.log(message)
}

for (const { text, ids } of expected.encodings) {
  const got = model.tokenize(text, false)
  if (got.join() !== ids.join()) fail(`encoding of ${JSON.stringify(text)}: expected ${ids}, got ${got}`)
}
console.log(`${expected.encodings.length} encodings compared`)

const context = await model.createContext({ contextSize: 1024, threads: 1 })
const sequence = context.getSequence()
let gap = 0
let same = 0
let ties = 0
for (const { prompt, steps } of expected.completions) {
  await sequence.clearHistory()
  const got = []
  const output = sequence.evaluateWithMetadata(
    [model.tokens.bos, ...model.tokenize(prompt, false)],
    { probabilities: true },
    { temperature: 0, yieldEogToken: true },
  )
  for await (const { token, probabilities } of output) {
    const step = steps[got.length]
    got.push(token)
    if (step?.id === token) gap = Math.max(gap, Math.abs(Math.log(probabilities.get(token)) - step.logProbability))
    if (model.isEogToken(token) || got.length >= steps.length || step?.id !== token) break
  }
  const wanted = steps.map((step) => step.id)
  if (got.join() === wanted.join()) same += 1
  else if ((steps[got.length - 1]?.lead ?? 1) < largestGap) ties += 1
  else fail(`completion of ${JSON.stringify(prompt)}: expected ${wanted}, got ${got}`)
}
console.log(`${same} of ${expected.completions.length} greedy completions equal, ${ties} part at a tie`)
console.log(`largest gap of log probability ${gap}`)
if (gap > largestGap) fail(`the gap is above ${largestGap}`)
await llama.dispose()
process.exitCode = failures ? 1 : 0
