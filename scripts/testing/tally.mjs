// What each kind of test counted, read from its own report and not from its looks.
import { existsSync, readFileSync } from 'node:fs'

export const one = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 })

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

/** A run that ended badly although no test of it failed still counts as a failure. */
export function settle({ passed, failed, ...rest }, code) {
  if (code !== 0 && failed === 0) return { passed, failed: 1, remark: 'it ended with an error outside a test' }
  if (passed + failed === 0) return { passed, failed: 1, remark: 'it ran no test' }
  return { passed, failed, ...rest }
}

export function vitestTally(file, code) {
  const report = read(file)
  const broken = report?.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.every((test) => test.status !== 'failed')).length ?? 0
  return settle({ passed: report?.numPassedTests ?? 0, failed: (report?.numFailedTests ?? 0) + broken }, code)
}

export function playwrightTally(file, code) {
  const stats = read(file)?.stats
  const flaky = stats?.flaky ?? 0
  return settle({ passed: (stats?.expected ?? 0) + flaky, failed: stats?.unexpected ?? 0, ...(flaky && { remark: `${flaky} passed at a second try only` }) }, code)
}
