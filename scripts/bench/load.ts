import { cpuOf } from './cpu'

export type Figure = { name: string; cpu: number; node: number; postgres: number; p50: number; p99: number }
export type Server = { url: string; web: number; database: number }
/** `enter` makes a page ready before each portion (who asks signs in there); what it returns is measured. */
export type Page = { name: string; enter: () => Promise<() => Promise<Response>> }

const at = (sorted: readonly number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

type Portion = { node: number; postgres: number; took: number[] }

/** Asks a page `count` times, four at once, and reads the processor time of server and database before and after. */
async function portionOf({ name, enter }: Page, server: Server, count: number): Promise<Portion> {
  const ask = await enter()
  const took: number[] = []
  let left = count
  const [web, database] = [cpuOf(server.web), cpuOf(server.database)]
  await Promise.all(Array.from({ length: 4 }, async () => {
    while (left-- > 0) {
      const began = performance.now()
      const answer = await ask()
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${name} answered ${answer.status}`)
      took.push(performance.now() - began)
    }
  }))
  return { node: cpuOf(server.web) - web, postgres: cpuOf(server.database) - database, took }
}

const warmRound = 250

/**
 * Asks all pages in turn until the first of them (the one that does least) costs what it cost the round before, within
 * 5 %: V8 compiles what a server does all day only after some thousand requests. Returns the requests a page.
 */
export async function warm(server: Server, pages: readonly Page[], most: number): Promise<number> {
  let before = Infinity
  for (let asked = warmRound; ; asked += warmRound) {
    const [first, ...others] = pages
    const { node } = await portionOf(first!, server, warmRound)
    for (const page of others) await portionOf(page, server, warmRound)
    console.log(`  warming: ${first!.name} costs ${(node / warmRound).toFixed(1)} ms after ${asked} requests a page`)
    if (asked >= most || (asked >= most / 2 && Math.abs(node / before - 1) < 0.05)) return asked
    before = node
  }
}

const portion = 100

/** Asks each page `times` times, a hundred of one, a hundred of the next and again, so that a busy moment of the machine meets all alike. */
export async function measure(server: Server, pages: readonly Page[], times: number): Promise<Figure[]> {
  const sums = pages.map((): Portion => ({ node: 0, postgres: 0, took: [] }))
  for (let asked = 0; asked < times; asked += portion) {
    for (const [i, page] of pages.entries()) {
      const { node, postgres, took } = await portionOf(page, server, Math.min(portion, times - asked))
      sums[i]!.node += node
      sums[i]!.postgres += postgres
      sums[i]!.took.push(...took)
    }
  }
  return pages.map(({ name }, i) => {
    const [node, postgres] = [sums[i]!.node / times, sums[i]!.postgres / times]
    const took = sums[i]!.took.sort((a, b) => a - b)
    return { name, cpu: node + postgres, node, postgres, p50: at(took, 0.5), p99: at(took, 0.99) }
  })
}

/** Microseconds of calls that are compared, the median of many, one of each in turn. */
export async function medians<Name extends string>(runs: Record<Name, () => Promise<unknown>>, times = 1_500): Promise<Record<Name, number>> {
  const names = Object.keys(runs) as Name[]
  const took = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let n = -300; n < times; n++) {
    for (const name of names) {
      const began = process.hrtime.bigint()
      await runs[name]()
      if (n >= 0) took[name].push(Number(process.hrtime.bigint() - began) / 1000)
    }
  }
  return Object.fromEntries(names.map((name) => [name, at(took[name].sort((a, b) => a - b), 0.5)])) as Record<Name, number>
}
