// `npm run faults`: people at work on a server of its own while something breaks every minute; `--minutes=5` is a quick look.
// Says what was lost (nothing may be), how soon each page answered again, and writes both into docs/operations.md.
import { setTimeout as sleep } from 'node:timers/promises'
import { chooseAddress } from './ground/address.mjs'
import { build } from './ground/build.mjs'
import { anyFree } from './ground/port.mjs'
import { say, step } from './ground/say.mjs'
import { startWeb, startWorker } from './ground/services.mjs'
import { watch } from './ground/watch.mjs'
import { throwawayCluster } from './testing/throwaway.mjs'
import { smallDisk } from './faults/disk'

const minutes = Number(process.argv.find((arg) => arg.startsWith('--minutes='))?.split('=')[1] ?? 30)

await step('Build', () => build({ distDir: '.next', progress: () => undefined }))
const disk = smallDisk(2_000)
if (!disk) say('  ! No disk can be mounted here (it takes Linux and root): it will not be full.')
const cluster = await throwawayCluster(() => undefined, { settings: {}, ...(disk ? { under: disk.dir } : {}) })
const address = await chooseAddress({ port: await anyFree(), host: '127.0.0.1' })
Object.assign(process.env, {
  DATABASE_URL: cluster.urls.owner, APP_DATABASE_URL: cluster.urls.app, DATA_DIR: `${cluster.home}/data`, NEXTAUTH_URL: address.url,
  NEXTAUTH_SECRET: 'only-for-faults-only-for-faults-only', ENCRYPTION_KEY: Buffer.alloc(32, 'faults').toString('base64'), LOG_LEVEL: 'silent', NODE_ENV: 'production', SECOND_FACTOR: 'optional',
})

// What reads settings is loaded after they are set.
const { seedOrganizationOf } = await import('@/prisma/seed/scale')
const { asOwner } = await import('@/prisma/seed/organization')
const { ctxOf } = await import('@/prisma/seed/a-school')
const { work, visitor } = await import('./faults/use')
const { faultsOf, inTurn } = await import('./faults/kinds')
const { broken } = await import('./faults/proof')
const { keepFaults } = await import('./faults/report')

await step('Two schools', async (progress: (text: string) => void) => {
  await seedOrganizationOf({ students: 1_000, campuses: 3, days: 20 }, 'faults.example', progress)
  await seedOrganizationOf({ students: 1_000, campuses: 3, days: 20 }, 'neighbours.example', progress)
})
const admin = await asOwner(async (owner) => (await owner.query<{ id: string; organization: string }>(`SELECT id, "organizationId" AS organization FROM users WHERE email = 'admin@faults.example'`)).rows[0]!)
const ctx = await ctxOf(admin.id, admin.organization)

const ended: string[] = []
const unwatch = watch(cluster.cluster, (remark: string) => ended.push(remark))
const web = await startWeb({ ...address, dev: false, env: {}, onEnd: (remark: string) => ended.push(remark) })
const worker = startWorker({ env: {} })

const probes = ['/api/health', '/', '/students', '/classes', '/attendance', '/payments', '/timetables']
const probe = visitor(address.url, 'director@faults.example')
/** Seconds until every page answers; a page that does not within two minutes ends the run. */
async function recovery(): Promise<number> {
  const began = performance.now()
  for (const path of probes) {
    while ((await probe(path).then((answer) => answer.status, () => 0)) !== 200) {
      if (performance.now() - began > 120_000) throw new Error(`${path} does not answer.`)
      await sleep(100)
    }
  }
  return (performance.now() - began) / 1_000
}

try {
  say(`  every page answers within ${(await recovery()).toFixed(1)} s when nothing is wrong`)
  const use = await work({ url: address.url, ctx, neighbours: 'admin@neighbours.example' })
  await sleep(20_000)
  const at95 = (from = 0) => Object.fromEntries([...use.took].map(([name, took]) => [name, took.slice(from).sort((a, b) => a - b)[Math.floor((took.length - from) * 0.95)] ?? 0]))
  const calm = at95()
  const figures: { name: string; seconds: number; neighbours: number }[] = []
  const until = Date.now() + minutes * 60_000
  for (const { name, happen } of inTurn(faultsOf({ superuser: () => cluster.cluster.url('homeroom', 'postgres', cluster.kept.postgresPassword), postmaster: () => cluster.cluster.pid as number, worker: () => worker.pid as number, organizationId: admin.organization, disk }))) {
    if (Date.now() >= until || ended.length > 0) break
    const next = Date.now() + 60_000
    const from = use.took.get('the neighbours')!.length
    await happen()
    const seconds = await recovery()
    figures.push({ name, seconds, neighbours: at95(from)['the neighbours']! })
    say(`  ${name}: every page again after ${seconds.toFixed(1)} s; ${use.registers.length} registers, ${use.payments.length} payments, ${use.files.length} files so far`)
    await sleep(Math.max(0, next - Date.now()))
  }
  await use.stop()
  await recovery()
  const idle = Object.entries({ registers: use.registers, payments: use.payments, files: use.files }).flatMap(([name, done]) => (done.length === 0 ? [`no ${name} were acknowledged at all`] : []))
  const wrong = [...ended, ...idle, ...new Set(use.refused), ...(await broken(cluster.urls.owner, ctx.db, admin.organization, use, visitor(address.url, 'admin@faults.example')))]
  keepFaults({ minutes, figures, calm: calm['the neighbours']!, use, wrong })
  process.exitCode = wrong.length > 0 || figures.some(({ seconds }) => seconds > 10) ? 1 : 0
} finally {
  unwatch()
  await worker.stop()
  await web.stop()
  await cluster.remove()
  disk?.remove()
}
process.exit()
