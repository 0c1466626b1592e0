// `npm run bench`: a database and a server of its own, seeded large, measured in one run; `--days=20` is a quick look.
import pg from 'pg'
import { chooseAddress } from './ground/address.mjs'
import { build } from './ground/build.mjs'
import { anyFree } from './ground/port.mjs'
import { step } from './ground/say.mjs'
import { startWeb } from './ground/services.mjs'
import { throwawayCluster } from './testing/throwaway.mjs'
import type { Figure } from './bench/load'

const asked = (name: string, usual: number) => Number(process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? usual)
const days = asked('days', 180)
const times = asked('times', 400)
const huge = asked('huge', 100_000)

await step('Build', () => build({ distDir: '.next', progress: () => undefined }))
const cluster = await throwawayCluster()
const address = await chooseAddress({ port: await anyFree(), host: '127.0.0.1' })
Object.assign(process.env, {
  DATABASE_URL: cluster.urls.owner, APP_DATABASE_URL: cluster.urls.app, DATA_DIR: `${cluster.home}/data`, NEXTAUTH_URL: address.url,
  NEXTAUTH_SECRET: 'only-for-benchmarks-only-for-benchmarks', LOG_LEVEL: 'error', NODE_ENV: 'production',
})

// What reads settings is loaded after they are set.
const { seedOrganizationOf, usualScale } = await import('@/prisma/seed/scale')
const { demoPassword } = await import('@/prisma/seed/plan')
const { foundOrganization, asOwner } = await import('@/prisma/seed/organization')
const { ctxOf } = await import('@/prisma/seed/a-school')
const { fenceCosts, verbCosts, closeDatabase } = await import('./bench/fence')
const { importFigure } = await import('./bench/import')
const { measure, signedIn } = await import('./bench/load')
const { keep } = await import('./bench/report')

const userOf = (email: string) => asOwner(async (owner) => (await owner.query<{ id: string; organization: string }>('SELECT id, "organizationId" AS organization FROM users WHERE email = $1', [email])).rows[0]!)
const web = await startWeb({ ...address, dev: false, env: {}, onEnd: console.error })

try {
  const began = performance.now()
  const scale = { ...usualScale, days }
  await step(`${scale.students} students, ${days} days of attendance`, (progress: (text: string) => void) => seedOrganizationOf(scale, 'usual.example', progress))
  const seedRowsPerSecond = (scale.students * days) / ((performance.now() - began) / 1000)
  await step(`1,000 and ${huge} students`, async (progress: (text: string) => void) => {
    await seedOrganizationOf({ students: 1_000, campuses: 3, days: 5 }, 'small.example', progress)
    await seedOrganizationOf({ students: huge, campuses: 3, days: 5 }, 'huge.example', progress)
    await asOwner((owner) => owner.query('VACUUM ANALYZE'))
  })

  const server = { url: address.url, web: web.pid as number, database: cluster.cluster.pid as number }
  const page = async (name: string, path: string, who: string | null): Promise<Figure> => {
    const cookie = who ? await signedIn(server.url, who, demoPassword) : ''
    const figure = await measure(name, server, () => fetch(server.url + path, { headers: { cookie } }), times)
    console.log(`  ${name}: ${figure.cpu.toFixed(1)} CPU ms (${figure.postgres.toFixed(1)} in PostgreSQL)`)
    return figure
  }
  const director = await userOf('admin@usual.example')
  const ctx = await ctxOf(director.id, director.organization)
  const { id: classId } = await ctx.db.class.findFirstOrThrow({ where: { name: 'Class 0' }, select: { id: true } })
  const pages = [
    await page('teacher’s home', '/', 'teacher0@usual.example'),
    await page('director’s day', '/', 'admin@usual.example'),
    await page('students list', '/students', 'admin@usual.example'),
    await page('register page', `/attendance/${classId}`, 'teacher0@usual.example'),
    await page('search', '/api/search?q=gar', 'admin@usual.example'),
  ]
  const hello = await page('hello (/status)', '/status', null)
  const cookie = await signedIn(server.url, 'admin@usual.example', demoPassword)
  const classes = await ctx.db.class.findMany({ select: { id: true, classEnrollments: { select: { studentId: true } } }, take: 20 })
  const submit = await measure('register submit', server, (n) => {
    const one = classes[n % classes.length]!
    const date = new Date(Date.UTC(2010, 0, 1 + Math.floor(n / classes.length) + (n < times ? 0 : 500))).toISOString().slice(0, 10)
    const marks = one.classEnrollments.map(({ studentId }) => ({ studentId, status: 'present' }))
    return fetch(`${server.url}/api/attendance/registers`, {
      method: 'POST', headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ classId: one.id, date, periodId: null, idempotencyKey: crypto.randomUUID(), seen: null, marks }),
    })
  }, times)
  const growth = []
  for (const [name, path, who] of [['teacher’s home', '/', 'teacher0'], ['director’s day', '/', 'admin'], ['students list', '/students', 'admin']] as const) {
    growth.push({ name, small: await page(name, path, `${who}@small.example`), large: await page(name, path, `${who}@huge.example`) })
  }
  const owner = new pg.Pool({ connectionString: cluster.urls.owner, options: `-c app.organization_id=${director.organization}` })
  const [fence, verbs] = [await fenceCosts(ctx, owner), await verbCosts(ctx, owner)]
  await owner.end()
  const fresh = await foundOrganization({ name: 'District' })
  const { id: importer } = await asOwner(async (client) => (await client.query<{ id: string }>(`INSERT INTO users (email, "organizationId", "app_roleId") VALUES ('admin@district.example', $1, $2) RETURNING id`, [fresh.id, fresh.roles.organization_administrator])).rows[0]!)
  const roster = await importFigure(await ctxOf(importer, fresh.id))
  keep({ huge, students: scale.students, marks: scale.students * days, seedRowsPerSecond, hello, pages: [...pages, submit], growth, fence, verbs, roster })
  await closeDatabase()
} finally {
  await web.stop()
  await cluster.remove()
}
process.exit(0)
