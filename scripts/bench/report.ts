import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { Cost } from './fence'
import type { ImportFigure } from './import'
import type { Figure } from './load'
import type { Morning } from './registers'
import type { Statements } from './statements'

export type Results = {
  students: number
  /** Students of the organization that growth is measured against. */
  huge: number
  marks: number
  seedRowsPerSecond: number
  /** Requests a page before anything was measured, and while it was. */
  warmed: number
  times: number
  /** The first is the page that reads nothing. */
  pages: Figure[]
  growth: { name: string; small: Figure; large: Figure }[]
  statements: Statements
  fence: { raw: number; plain: number; fenced: number }
  verbs: Cost[]
  roster: ImportFigure
}

/** Multiples of a full load of the page that reads nothing: what a full load and what going there inside the app may cost. */
export const targets: Readonly<Record<string, number>> = {
  'teacher’s home': 5, 'director’s day': 5, 'students list': 4, 'students found': 4, 'register page': 3, 'register submit': 1.6, search: 1.3,
  'teacher’s home, in the app': 2.5, 'director’s day, in the app': 2.5, 'students list, in the app': 2.2, 'students found, in the app': 2.2, 'register page, in the app': 1.7,
}

const n = (value: number, digits = 1) => value.toFixed(digits)
const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |`

/** The page `docs/benchmarks.md`, and what is printed. */
export function reportOf({ huge, students, marks, seedRowsPerSecond, warmed, times, pages, growth, statements, fence, verbs, roster }: Results): string {
  const hello = pages[0]!
  const perSecond = (rows: number) => Math.round(rows / (roster.check + roster.apply)).toLocaleString('en')
  return `# Benchmarks

Made by \`npm run bench\` in one run: figures of one machine are worth little beside another's, ratios of one run are.
One organization of ${students.toLocaleString('en')} students and ${marks.toLocaleString('en')} attendance marks, signed in, four requests at a time, production build, ${availableParallelism()} cores, Node ${process.versions.node}.
Each page was asked ${warmed.toLocaleString('en')} times to warm up, then ${times.toLocaleString('en')} times, a hundred of each page in turn.

## Pages

Processor milliseconds a request, server and PostgreSQL together. "Times hello" compares with a full load of a dynamic page of the same server that reads nothing (\`/status\`); the targets are such multiples.
"In the app" is the request that \`next/link\` makes from another page, with the router's state: what people do all day.

${row('what', 'CPU ms', 'of it PostgreSQL', 'times hello', 'target', 'p50 ms', 'p99 ms')}
${row('---', '---:', '---:', '---:', '---:', '---:', '---:')}
${pages.map((page) => row(page.name, n(page.cpu), n(page.postgres), n(page.cpu / hello.cpu), targets[page.name] ?? '', n(page.p50), n(page.p99))).join('\n')}

One register submit, as PostgreSQL logs it, sends **${statements.work} statements** (target 6), the question who asks among them. What sets the tenant travels in the same round trip as a statement (${statements.transactions} times) and is not counted.

## Growth

The same page with 1,000 and with ${huge.toLocaleString('en')} students; the aim is no more than 1.3 times.

${row('what', '1,000: CPU ms', `${huge.toLocaleString('en')}: CPU ms`, 'growth')}
${row('---', '---:', '---:', '---:')}
${growth.map(({ name, small, large }) => row(name, n(small.cpu), n(large.cpu), `${n(large.cpu / small.cpu, 2)} ×`)).join('\n')}

## The fence around a tenant

Ten students, the median of 1,500 reads: raw \`pg\` ${n(fence.raw, 0)} µs, plain Prisma as the owner ${n(fence.plain, 0)} µs, the tenant's client ${n(fence.fenced, 0)} µs.
The fence costs **${n(fence.fenced - fence.plain, 0)} µs** over plain Prisma (target 150) and ${n(fence.fenced / fence.raw, 2)} times raw \`pg\`.

## Verbs beside raw SQL

${row('what', 'raw pg µs', 'verb µs', 'ratio')}
${row('---', '---:', '---:', '---:')}
${verbs.map(({ name, raw, microseconds }) => row(name, n(raw, 0), n(microseconds, 0), `${n(microseconds / raw, 1)} ×`)).join('\n')}

Raw SQL here reads or writes the main rows only: no count, no rules, no fence, no history.

## Bulk

- OneRoster import of a district (3 schools, 20,000 students, 1,000 staff, 60,000 enrolments, 10,000 guardians) in a process of its own, from the zip to live rows: check ${n(roster.check)} s, apply ${n(roster.apply)} s, at most ${n(roster.memory, 0)} MB of memory.
  Its files have ${roster.rows.toLocaleString('en')} data rows, every one of which became part of a live record or confirmed one (people, their roles and demographics, classes, enrolments, schools, sessions, courses): **${perSecond(roster.rows)} rows/s** (target 5,000). They make ${roster.entities.toLocaleString('en')} records: ${perSecond(roster.entities)} records/s.
- Seeding marks by bulk SQL: ${Math.round(seedRowsPerSecond).toLocaleString('en')} rows/s (target 20,000).
`
}

const page = 'docs/benchmarks.md'
const morningTitle = '## A morning'
/** What `npm run bench:billing` and `npm run bench:morning` have written, from the first of their titles to the end of the page. */
const othersKept = (text: string) => /\n## (Billing|A morning)\n[\s\S]*$/.exec(text)?.[0] ?? ''

export function keep(results: Results): void {
  const text = reportOf(results) + othersKept(readFileSync(page, 'utf8'))
  writeFileSync(page, text)
  console.log(`\n${text}`)
}

const share = (took: readonly number[], part: number) => n([...took].sort((a, b) => a - b)[Math.min(took.length - 1, Math.floor(took.length * part))] ?? 0, 0)

/** Replaces the page's last section. */
export function keepMorning({ teachers, marks, seconds, pages, submits, repeated }: Morning): void {
  const section = `${morningTitle}

Made by \`npm run bench:morning\`: ${teachers} teachers, each signed in and with a class of their own, open its register and submit it at moments that chance has spread over one minute (${n(seconds, 0)} s in all), ${availableParallelism()} cores for server, database and teachers together; ${repeated} of them send it twice at once.
All ${teachers} registers and ${marks.toLocaleString('en')} marks are there as they were sent, each once, and the sums of the day are those of its marks.

${row('what', 'p50 ms', 'p95 ms', 'most ms', 'target p95')}
${row('---', '---:', '---:', '---:', '---:')}
${row('submit', share(submits, 0.5), share(submits, 0.95), share(submits, 1), 500)}
${row('register page, from the server', share(pages, 0.5), share(pages, 0.95), share(pages, 1), '')}
`
  const text = readFileSync(page, 'utf8')
  writeFileSync(page, `${(text.includes(morningTitle) ? text.slice(0, text.indexOf(morningTitle)) : text).trimEnd()}\n\n${section}`)
  console.log(`\n${section}`)
}
