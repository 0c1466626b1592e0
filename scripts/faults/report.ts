import { readFileSync, writeFileSync } from 'node:fs'
import type { Use } from './use'

export type FaultFigures = { minutes: number; figures: { name: string; seconds: number; neighbours: number }[]; calm: number; use: Use; wrong: string[] }

const page = 'docs/operations.md'
const [start, end] = ['<!-- npm run faults -->', '<!-- /npm run faults -->']

/** The section of `docs/operations.md`, and what is printed. */
export function keepFaults({ minutes, figures, calm, use, wrong }: FaultFigures): void {
  const rows = [...new Set(figures.map(({ name }) => name))].sort().map((name) => {
    const those = figures.filter((figure) => figure.name === name)
    const most = (pick: (figure: (typeof those)[number]) => number) => Math.max(...those.map(pick))
    return `| ${name} | ${those.length} | ${most(({ seconds }) => seconds).toFixed(1)} | ${Math.round(most(({ neighbours }) => neighbours))} |`
  })
  const text = `${start}
${minutes} minutes, ${figures.length} faults, ${use.reads.toLocaleString('en')} pages read (${use.unread.toLocaleString('en')} not, while something was broken). Acknowledged: ${use.registers.length.toLocaleString('en')} registers, ${use.payments.length.toLocaleString('en')} payments, ${use.files.length.toLocaleString('en')} files, by ${use.tries.toLocaleString('en')} tries.
**${wrong.length === 0 ? 'Nothing was lost, nothing is there twice, every sum holds.' : `Not as it should be: ${wrong.join('; ')}.`}**

| what broke | times | seconds until every page answers, at most (target 10) | another organization’s pages, p95 in ms at most (calm: ${Math.round(calm)}) |
|---|---:|---:|---:|
${rows.join('\n')}
${end}`
  console.log(text)
  const whole = readFileSync(page, 'utf8')
  const [from, to] = [whole.indexOf(start), whole.indexOf(end)]
  if (from >= 0 && to > from) writeFileSync(page, whole.slice(0, from) + text + whole.slice(to + end.length))
}
