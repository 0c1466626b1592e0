// `npm test`: everything there is to check, in the order of what fails fastest.
// `npm test -- unit path/to/file` runs one stage and passes the rest on to its tool.
import { leave, leaveOnSignals, leaveWithNpm } from './ground/farewell.mjs'
import { diskProblem } from './ground/disk.mjs'
import { demandNode, install } from './ground/install.mjs'
import { complain, Problem, say, seconds, step } from './ground/say.mjs'

const LAST = { passed: 0, failed: 0 }

async function main() {
  demandNode()
  leaveOnSignals()
  leaveWithNpm()
  // A person's settings must not colour the tests, nor lead them to a person's data.
  for (const name of ['DATABASE_URL', 'APP_DATABASE_URL', 'DATA_DIR', 'NEXTAUTH_URL', 'PORT', 'HOST', 'DEMO', 'NODE_ENV', 'CLOCK', 'FORCE_COLOR']) delete process.env[name]
  await step('Packages', async (progress) => ((await install(progress)) ? 'installed' : 'in place'))
  const { prepare, stages } = await import('./testing/stages.mjs')
  await step('Database client', async (progress) => ((await prepare(progress)) ? 'written' : 'in place'))

  const [only, ...rest] = process.argv.slice(2)
  if (only && !stages[only]) throw new Problem(`There is no kind of test named ${only}: choose from ${Object.keys(stages).join(', ')}.`)
  const check = async (name) => {
    const began = performance.now()
    say(`\n── ${name} ──`)
    const result = await stages[name](rest).catch((error) => {
      complain(error instanceof Problem ? error.message : (error.stack ?? String(error)))
      return { passed: 0, failed: 1, remark: 'it could not run' }
    })
    return { name, took: seconds(began), ...result }
  }
  const results = []
  // The first two use one core each and say nothing unless they fail: they run side by side.
  for (const names of only ? [[only]] : [['lint', 'types'], ['unit'], ['db'], ['e2e']]) results.push(...(await Promise.all(names.map(check))))
  say('')
  // Once more at the end, where it is looked for: what failed lies thousands of lines above.
  for (const { name, failures = [] } of results) for (const failure of failures) say(`✗ ${name} ${failure.name}\n${failure.message.replace(/^/gm, '    ')}\n`)
  for (const { name, passed, failed, took, remark } of results) {
    say(`${failed ? '✗' : '✓'} ${name.padEnd(6)} ${passed} passed, ${failed} failed (${took})${remark ? `: ${remark}` : ''}`)
    LAST.passed += passed
    LAST.failed += failed
  }
}

main()
  .catch((error) => {
    const known = diskProblem(error) ?? error
    complain(known instanceof Problem ? known.message : known.stack)
    LAST.failed += 1
  })
  .then(() => {
    say(`${LAST.passed} passed, ${LAST.failed} failed`)
    return leave(LAST.failed > 0 ? 1 : 0)
  })
