// `npm start` and `npm run dev`: from a bare clone to a running school, one step after the other.
// Runs on plain Node: nothing may be imported from node_modules before it is installed.
import { chooseAddress } from './ground/address.mjs'
import { diskProblem, demandDataDir } from './ground/disk.mjs'
import { isLeaving, leave, leaveOnSignals, leaveWithNpm, onLeave } from './ground/farewell.mjs'
import { demandNode, install } from './ground/install.mjs'
import { takeLock } from './ground/lock.mjs'
import { dataDir } from './ground/paths.mjs'
import { complain, Problem, say, seconds, step } from './ground/say.mjs'
import { filledIn, loadDotEnv, readSettings } from './ground/settings.mjs'

const dev = process.argv.includes('--dev')
const began = performance.now()

async function main() {
  demandNode()
  loadDotEnv()
  leaveOnSignals()
  leaveWithNpm()
  await demandDataDir()
  const lock = await takeLock(dataDir())
  if (lock.held) return alreadyRunning(lock.held)
  say(`Homeroom ${dev ? 'for development ' : ''}is starting.`)

  await step('Packages', async (progress) => ((await install(progress)) ? 'installed' : 'in place'))
  const settings = await readSettings()
  if (settings.CLOCK) say(`  ! The day is not today's but that of CLOCK, ${settings.CLOCK}: for trying the demo, never for a real school.`)
  // Only now: these read packages that were installed a moment ago.
  const { openDatabase } = await import('./ground/database.mjs')
  const { migrate } = await import('./ground/migrations.mjs')
  const { buildAlone, generateClient } = await import('./ground/build.mjs')
  const { demoSignIns, hasOrganizations, seedOnce } = await import('./ground/seeding.mjs')
  const { startWeb, startWorker } = await import('./ground/services.mjs')

  let urls
  await step('Database', async (progress) => {
    urls = await openDatabase(progress)
    onLeave('The database', urls.stop)
    // Registered last, so ended first: a database that we stop is not to come back.
    const unwatch = urls.watch((remark) => leave(1, remark))
    onLeave('The watch over the database', async () => unwatch())
    return urls.remark
  })
  await step('Schema', async (progress) => {
    const { applied, total } = await migrate(urls.owner, progress)
    await generateClient(progress)
    return applied ? `${applied} of ${total} migrations applied` : `all ${total} migrations are in`
  })
  const address = await chooseAddress({ port: settings.PORT ?? 3000, host: settings.HOST })
  const isDemo = wantsDemo(settings, urls)
  const env = filledIn({ urls, url: address.url, settings, isDemo })
  await step('Demo data', (progress) => (isDemo ? seedOnce(urls, progress) : 'none in a database of your own; npm run seed puts it there'))
  if (!dev) await step('Build', async (progress) => ((await buildAlone({ env, progress })) ? 'made' : 'in place'))
  if (env.SECOND_FACTOR === 'optional') say('  ! The demo asks nobody for a second factor. SECOND_FACTOR=required does as a real school.')
  if (address.remark) say(`  ! ${address.remark}`)
  await step('Web server and worker', async () => {
    const web = await startWeb({ dev, ...address, env, onEnd: (remark) => leave(1, remark) })
    onLeave('The web server', web.stop)
    // Second, so that the first page need not share the processor with it.
    const worker = startWorker({ env })
    onLeave('The worker', worker.stop)
  })
  lock.update({ url: address.url })
  say(`\nHomeroom is at ${address.url} (after ${seconds(began)}). Ctrl-C stops it.`)
  printSignIns(await demoSignIns(urls))
  if (!(await hasOrganizations(urls.owner))) say('\nNobody can sign in yet. In another terminal: npm run organization -- "Name of your school" you@school.example\nIt prints the link by which its first administrator comes in.')
}

const wantsDemo = (settings, { ours }) => settings.DEMO ?? ours

function alreadyRunning({ pid, url }) {
  say(url ? `Homeroom is running already at ${url} (process ${pid}).` : `Homeroom is being started already by process ${pid ?? 'unknown'}; its terminal shows how far it is.`)
}

function printSignIns(signIns) {
  if (signIns.length === 0) return
  const wide = Math.max(...signIns.map(({ role }) => role.length))
  say('\nSign in to the demo as')
  for (const { role, email, password } of signIns) say(`  ${role.padEnd(wide)}  ${email}  ${password}`)
}

main().catch(async (error) => {
  if (isLeaving()) return
  const known = diskProblem(error) ?? error
  complain(known instanceof Problem ? `\n${known.message}` : `\nThis should not have happened:\n${known.stack}`)
  await leave(1)
})
