// `npm run bench:billing`: what billing must hold in numbers, on a database of its own, written into docs/benchmarks.md.
// `--invoices=100000` makes the large ledger smaller for a quick look, `--runs=0` and `--invoices=0` leave a part out.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { childEnv, typescript } from './ground/run.mjs'
import { throwawayCluster } from './testing/throwaway.mjs'

const asked = (name: string, usual: number) => Number(process.argv.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? usual)
const large = asked('invoices', 1_000_000)
const runs = [2_000, 10_000].slice(0, asked('runs', 2))
const small = 10_000
const perStudent = 20

const cluster = await throwawayCluster()
Object.assign(process.env, {
  DATABASE_URL: cluster.urls.owner, APP_DATABASE_URL: cluster.urls.app, DATA_DIR: `${cluster.home}/data`, NEXTAUTH_URL: 'http://localhost:3000',
  NEXTAUTH_SECRET: 'only-for-benchmarks-only-for-benchmarks', ENCRYPTION_KEY: Buffer.alloc(32, 'b').toString('base64'), LOG_LEVEL: 'error', SECOND_FACTOR: 'optional', NODE_ENV: 'production',
})
const { aDistrict, fillLedger } = await import('./bench/billing-fill')
const { aPlanFor, ask, readings, sinceOf } = await import('./bench/billing-verbs')
const superuser = new pg.Client({ connectionString: cluster.cluster.url('homeroom', 'postgres', cluster.kept.postgresPassword) })
await superuser.connect()
const lines: string[] = []
const say = (line: string) => {
  lines.push(`- ${line}`)
  console.log(line)
}
const n = (value: number) => Math.round(value).toLocaleString('en')
const aWorker = () => spawn(process.execPath, typescript('scripts/worker.ts'), { env: childEnv() as NodeJS.ProcessEnv, stdio: 'ignore' })
const until = async (is: () => Promise<boolean>) => {
  while (!(await is())) await new Promise((later) => setTimeout(later, 20))
}

/** The same readings of a small ledger and of a large one, in turns. */
async function growth() {
  const [few, many] = [await aDistrict(superuser, small / perStudent, 'few.example'), await aDistrict(superuser, large / perStudent, 'many.example')]
  for (const district of [few, many]) console.log(`  ${n(await fillLedger(superuser, district))} invoices`)
  await superuser.query('VACUUM ANALYZE')
  const [small10k, million] = [await readings(few), await readings(many)]
  lines.push('', `| what, median ms | ${n(small)} invoices | ${n(large)} invoices | growth (target 1.3 ×) |`, '| --- | ---: | ---: | ---: |')
  for (const name of Object.keys(small10k)) {
    const took: [number[], number[]] = [[], []]
    for (let round = -20; round < 80; round += 1) {
      for (const [at, run] of [small10k[name]!, million[name]!].entries()) {
        const { ms } = await sinceOf(run)
        if (round >= 0) took[at]!.push(ms)
      }
    }
    const [a, b] = took.map((all) => all.sort((x, y) => x - y)[Math.floor(all.length / 2)]!) as [number, number]
    lines.push(`| ${name} | ${a.toFixed(1)} | ${b.toFixed(1)} | ${(b / a).toFixed(2)} × |`)
    console.log(lines.at(-1))
  }
}

try {
  for (const students of runs) {
    const made = await aDistrict(superuser, students, `runs${students}.example`)
    await superuser.query('VACUUM ANALYZE')
    const { preview, start, perform } = await ask(made)
    // A school's very first run meets a database that knows nothing of its invoices yet; after it autovacuum has counted them.
    const first = await aPlanFor(made)
    const fresh = await start(first)
    const slow = await sinceOf(() => perform(fresh.id))
    await superuser.query('ANALYZE')
    const plan = await aPlanFor(made)
    const seen = await sinceOf(() => preview(plan))
    const started = await sinceOf(() => start(plan))
    const done = await sinceOf(() => perform(started.answer.id))
    say(`A run for ${n(seen.answer.due.length)} students: preview ${n(seen.ms)} ms, start ${n(started.ms)} ms, generation ${n(done.ms)} ms, that is **${n((seen.answer.due.length / done.ms) * 1_000)} invoices/s** (target 2,000); the very first run of a new database ${n(slow.ms)} ms.`)
    if (students !== 2_000) continue
    const next = await aPlanFor(made)
    const twice = [await start(next), await start(next)]
    const count = async () => Number((await superuser.query('SELECT count(*) FROM invoices WHERE "fee_planId" = $1', [next])).rows[0].count)
    const workers = [aWorker(), aWorker()]
    await until(async () => (await count()) >= students * 0.25)
    for (const worker of workers) worker.kill('SIGKILL')
    await Promise.all(workers.map((worker) => once(worker, 'exit')))
    const left = await count()
    const third = aWorker()
    const ended = await sinceOf(() => until(async () => (await superuser.query(`SELECT FROM invoice_runs WHERE id = ANY($1) AND state <> 'done'`, [twice.map(({ id }) => id)])).rowCount === 0))
    third.kill('SIGKILL')
    const { rows } = await superuser.query('SELECT count(*) AS made, count(DISTINCT "studentId") AS students FROM invoices WHERE "fee_planId" = $1', [next])
    say(`The same run started twice at once, both workers killed (SIGKILL) at ${n(left)} of ${n(students)} invoices: another worker ended it ${(ended.ms / 1_000).toFixed(0)} s later with exactly ${n(Number(rows[0].made))} invoices of ${n(Number(rows[0].students))} students.`)
  }
  if (large > 0) await growth()
} finally {
  await superuser.end()
  await cluster.remove()
}
const page = readFileSync('docs/benchmarks.md', 'utf8').replace(/\n## Billing\n[\s\S]*?(?=\n## |$)/, '')
const section = `\n## Billing\n\nMade by \`npm run bench:billing\`, a run of its own; the verbs behind the pages, asked in turns.\n\n${lines.join('\n')}\n`
const at = page.indexOf('\n## A morning')
writeFileSync('docs/benchmarks.md', at < 0 ? page.trimEnd() + '\n' + section : page.slice(0, at) + section + page.slice(at))
process.exit(0)
