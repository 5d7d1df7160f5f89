// Counts tests in the JSON results of the two runners.
import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: string[] }} Tally */

/** @type {Tally} */
export const emptyTally = { passed: 0, failed: 0, skipped: [] }

/** @param {Tally} one @param {Tally} other */
export function addTallies(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: [...one.skipped, ...other.skipped],
  }
}

/** Undefined where the runner left nothing. */
export function readVitest(file) {
  const report = readJson(file)
  if (report === undefined) return undefined
  const tests = report.testResults.flatMap((suite) => suite.assertionResults)
  const broken = report.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0)
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter((test) => test.status === 'failed').length + broken.length,
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName),
  }
}

/** A test that passed on a second try counts as passed; Playwright itself names it as flaky. */
export function readPlaywright(file) {
  const report = readJson(file)
  if (report === undefined) return undefined
  const specs = report.suites.flatMap(specsOf)
  const withStatus = (...statuses) => specs.filter((spec) => spec.tests.some((test) => statuses.includes(test.status)))
  return {
    passed: withStatus('expected', 'flaky').length,
    failed: withStatus('unexpected').length + report.errors.length,
    skipped: withStatus('skipped').map((spec) => spec.title),
  }
}

function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
