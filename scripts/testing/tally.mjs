// What each kind of test counted, read from its own report and not from its looks.
import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

export const one = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 })

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

/** A run that ended badly although no test of it failed still counts as a failure, and shows what it said of it. */
export function settle({ passed, failed, failures = [], ...rest }, code, output = '') {
  if (code !== 0 && failed === 0) {
    const said = /Unhandled (Error|Rejection)[^]*/.exec(output)?.[0] ?? output.slice(-2_000)
    return { passed, failed: 1, remark: 'it ended with an error outside a test', failures: [...failures, { name: 'outside a test', message: excerpt(said, 40) }] }
  }
  if (passed + failed === 0) return { passed, failed: 1, remark: 'it ran no test' }
  return { passed, failed, failures, ...rest }
}

/** The beginning of what a failure said, without colours. */
const excerpt = (message = '', lines = 12) => message.replace(/\u001b\[[\d;]*m/g, '').split('\n').slice(0, lines).join('\n')

export function vitestTally(file, code, output) {
  const report = read(file)
  const suites = report?.testResults.filter((suite) => suite.status === 'failed') ?? []
  const failures = suites.flatMap((suite) => {
    const tests = suite.assertionResults.filter((test) => test.status === 'failed')
    const where = relative(process.cwd(), suite.name)
    return tests.length ? tests.map((test) => ({ name: `${where} › ${test.fullName}`, message: excerpt(test.failureMessages[0]) })) : [{ name: where, message: excerpt(suite.message) }]
  })
  return settle({ passed: report?.numPassedTests ?? 0, failed: failures.length, failures }, code, output)
}

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]

export function playwrightTally(file, code) {
  const report = read(file)
  const flaky = report?.stats.flaky ?? 0
  const failures = (report?.suites ?? []).flatMap(specsOf).flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === 'unexpected' || test.status === 'flaky')
      .map((test) => ({
        name: `${spec.file}:${spec.line} › ${spec.title}${test.status === 'flaky' ? ' (passed at a second try)' : ''}`,
        message: excerpt(test.results.find((result) => result.error)?.error.message),
      })),
  )
  return settle({ passed: (report?.stats.expected ?? 0) + flaky, failed: report?.stats.unexpected ?? 0, failures, ...(flaky && { remark: `${flaky} passed at a second try only` }) }, code)
}
