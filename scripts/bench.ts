// `npm run bench`: a database and a server of its own, seeded large, measured in one run; `--days=20 --warm=250` is a quick look.
import pg from 'pg'
import { chooseAddress } from './ground/address.mjs'
import { build } from './ground/build.mjs'
import { anyFree } from './ground/port.mjs'
import { step } from './ground/say.mjs'
import { startWeb } from './ground/services.mjs'
import { throwawayCluster } from './testing/throwaway.mjs'

const asked = (name: string, usual: number) => Number(process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? usual)
const days = asked('days', 180)
const times = asked('times', 400)
const most = asked('warm', 2_000)
const huge = asked('huge', 100_000)

await step('Build', () => build({ distDir: '.next', progress: () => undefined }))
const cluster = await throwawayCluster()
const address = await chooseAddress({ port: await anyFree(), host: '127.0.0.1' })
Object.assign(process.env, {
  DATABASE_URL: cluster.urls.owner, APP_DATABASE_URL: cluster.urls.app, DATA_DIR: `${cluster.home}/data`, NEXTAUTH_URL: address.url,
  NEXTAUTH_SECRET: 'only-for-benchmarks-only-for-benchmarks', LOG_LEVEL: 'error', NODE_ENV: 'production', SECOND_FACTOR: 'optional',
})

// What reads settings is loaded after they are set.
const { seedOrganizationOf, usualScale } = await import('@/prisma/seed/scale')
const { asOwner } = await import('@/prisma/seed/organization')
const { ctxOf } = await import('@/prisma/seed/a-school')
const { fenceCosts, verbCosts, closeDatabase } = await import('./bench/fence')
const { importFigure } = await import('./bench/import')
const { measure, warm } = await import('./bench/load')
const { navigationOf } = await import('./bench/navigation')
const { hello, pageOf, submitPage, visitors } = await import('./bench/pages')
const { statementsOf } = await import('./bench/statements')
const { keep } = await import('./bench/report')

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

  const admin = await asOwner(async (owner) => (await owner.query<{ id: string; organization: string }>(`SELECT id, "organizationId" AS organization FROM users WHERE email = 'admin@usual.example'`)).rows[0]!)
  const ctx = await ctxOf(admin.id, admin.organization)
  const { id: classId } = await ctx.db.class.findFirstOrThrow({ where: { name: 'Class 0' }, select: { id: true } })
  const cookieOf = visitors(address.url)
  const page = (name: string, path: string, who: string) => pageOf(address.url, cookieOf, name, path, who)
  const submit = await submitPage(address.url, cookieOf, 'admin@usual.example', ctx)
  const screens = [
    ['teacher’s home', '/', 'teacher0@usual.example', '/classes'],
    ['director’s day', '/', 'admin@usual.example', '/classes'],
    ['students list', '/students', 'admin@usual.example', '/classes'],
    ['students found', '/students?q=gar', 'admin@usual.example', '/classes'],
    ['register page', `/attendance/${classId}`, 'teacher0@usual.example', '/'],
  ] as const
  const pages = [
    hello(address.url),
    ...screens.map(([name, path, who]) => page(name, path, who)),
    ...screens.map(([name, to, who, from]) => navigationOf(address.url, cookieOf, `${name}, in the app`, { from, to }, who)),
    page('search', '/api/search?q=gar', 'admin@usual.example'),
    submit,
  ]
  const growing = [['teacher’s home', '/', 'teacher0'], ['director’s day', '/', 'admin'], ['students list', '/students', 'admin']] as const
  const sizes = growing.flatMap(([name, path, who]) => [page(`${name}, 1,000 students`, path, `${who}@small.example`), page(`${name}, ${huge} students`, path, `${who}@huge.example`)])
  const server = { url: address.url, web: web.pid as number, database: cluster.cluster.pid as number }
  const warmed = await warm(server, pages, most)
  // The same pages for other people: their code is warm, their rows are not.
  await measure(server, sizes, 100)
  const figures = await measure(server, [...pages, ...sizes], times)
  for (const { name, cpu, postgres } of figures) console.log(`  ${name}: ${cpu.toFixed(1)} CPU ms (${postgres.toFixed(1)} in PostgreSQL)`)
  const statements = await statementsOf(submit, cluster.cluster.url('homeroom', 'postgres', cluster.kept.postgresPassword), `${cluster.home}/postgres.log`)

  const owner = new pg.Pool({ connectionString: cluster.urls.owner, options: `-c app.organization_id=${admin.organization}` })
  const [fence, verbs] = [await fenceCosts(ctx, owner), await verbCosts(ctx, owner)]
  await owner.end()
  const roster = await importFigure()
  const grown = figures.slice(pages.length)
  const growth = growing.map(([name], i) => ({ name, small: grown[2 * i]!, large: grown[2 * i + 1]! }))
  keep({ huge, students: scale.students, marks: scale.students * days, seedRowsPerSecond, warmed, times, pages: figures.slice(0, pages.length), growth, statements, fence, verbs, roster })
  await closeDatabase()
} finally {
  await web.stop()
  await cluster.remove()
}
process.exit(0)
