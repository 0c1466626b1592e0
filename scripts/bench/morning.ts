// `npm run bench:morning`: two hundred teachers submit their registers within one minute, each in a session of their own.
import { build } from '../ground/build.mjs'
import { chooseAddress } from '../ground/address.mjs'
import { anyFree } from '../ground/port.mjs'
import { step } from '../ground/say.mjs'
import { startWeb } from '../ground/services.mjs'
import { throwawayCluster } from '../testing/throwaway.mjs'

const [teachers, perClass, within] = [200, 25, 60_000]

await step('Build', () => build({ distDir: '.next', progress: () => undefined }))
const cluster = await throwawayCluster()
const address = await chooseAddress({ port: await anyFree(), host: '127.0.0.1' })
Object.assign(process.env, {
  DATABASE_URL: cluster.urls.owner, APP_DATABASE_URL: cluster.urls.app, DATA_DIR: `${cluster.home}/data`, NEXTAUTH_URL: address.url,
  NEXTAUTH_SECRET: 'only-for-benchmarks-only-for-benchmarks', LOG_LEVEL: 'error', NODE_ENV: 'production',
})

// What reads settings is loaded after they are set.
const { seedOrganizationOf } = await import('@/prisma/seed/scale')
const { asOwner } = await import('@/prisma/seed/organization')
const { ctxOf } = await import('@/prisma/seed/a-school')
const { closeDatabase } = await import('./fence')
const { visitors } = await import('./pages')
const { keepMorning } = await import('./report')
const { submitMorning } = await import('./registers')

// The seed takes today's registers: the server lives on the day after, when nobody has taken one.
const { todayIn } = await import('@/lib/platform/clock.server')
const { daysAfter } = await import('@/lib/platform/time')
const day = daysAfter(todayIn('UTC'), 1)
const web = await startWeb({ ...address, dev: false, env: { CLOCK: `${day}T08:30:00Z` }, onEnd: console.error })
try {
  await step(`${teachers} teachers with a class of ${perClass} each`, (progress: (text: string) => void) => seedOrganizationOf({ students: teachers * perClass, campuses: 2, days: 30 }, 'morning.example', progress))
  const admin = await asOwner(async (owner) => (await owner.query<{ id: string; organization: string }>(`SELECT id, "organizationId" AS organization FROM users WHERE email = 'admin@morning.example'`)).rows[0]!)
  await asOwner((owner) => owner.query('VACUUM ANALYZE'))
  const ctx = await ctxOf(admin.id, admin.organization)
  keepMorning(await submitMorning({ url: address.url, cookieOf: visitors(address.url), teachers, within, ctx, day }))
  await closeDatabase()
} finally {
  await web.stop()
  await cluster.remove()
}
process.exit(0)
