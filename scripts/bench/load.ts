import { cpuOf } from './cpu'

export type Figure = { name: string; cpu: number; node: number; postgres: number; p50: number; p99: number }
type Server = { url: string; web: number; database: number }

const at = (sorted: readonly number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Cookies of somebody who signs in as a browser does. */
export async function signedIn(url: string, email: string, password: string): Promise<string> {
  const first = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = (await first.json()) as { csrfToken: string }
  const jar = (answer: Response) => answer.headers.getSetCookie().map((text) => text.split(';')[0]!).filter((text) => !text.endsWith('='))
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: jar(first).join('; '), origin: url },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  })
  const cookies = jar(answer)
  if (!cookies.some((text) => text.includes('session-token'))) throw new Error(`${email} could not sign in: ${answer.status}`)
  return cookies.join('; ')
}

/** Asks `times` times, four at once, after a warm-up, and shares the processor time of server and database among the answers. */
export async function measure(name: string, server: Server, ask: (n: number) => Promise<Response>, times = 400): Promise<Figure> {
  const once = async (n: number) => {
    const began = performance.now()
    const answer = await ask(n)
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${name} answered ${answer.status}`)
    return performance.now() - began
  }
  const walk = async (from: number, count: number) => {
    const took: number[] = []
    let next = from
    await Promise.all(Array.from({ length: 4 }, async () => {
      while (next < from + count) took.push(await once(next++))
    }))
    return took.sort((a, b) => a - b)
  }
  await walk(0, Math.ceil(times / 2))
  const [web, database] = [cpuOf(server.web), cpuOf(server.database)]
  const took = await walk(times, times)
  const [node, postgres] = [(cpuOf(server.web) - web) / times, (cpuOf(server.database) - database) / times]
  return { name, cpu: node + postgres, node, postgres, p50: at(took, 0.5), p99: at(took, 0.99) }
}

/** Microseconds of a call, the median of many. */
export async function median(run: () => Promise<unknown>, times = 1_500): Promise<number> {
  for (let n = 0; n < 300; n++) await run()
  const took: number[] = []
  for (let n = 0; n < times; n++) {
    const began = process.hrtime.bigint()
    await run()
    took.push(Number(process.hrtime.bigint() - began) / 1000)
  }
  return at(took.sort((a, b) => a - b), 0.5)
}
