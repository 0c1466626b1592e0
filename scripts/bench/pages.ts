import { demoPassword } from '@/prisma/seed/plan'
import type { Ctx } from '@/lib/platform/context'
import type { Page } from './load'

/** Cookies of somebody who signs in as a browser does. */
export async function signedIn(url: string, email: string): Promise<string> {
  const first = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = (await first.json()) as { csrfToken: string }
  const jar = (answer: Response) => answer.headers.getSetCookie().map((text) => text.split(';')[0]!).filter((text) => !text.endsWith('='))
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: jar(first).join('; '), origin: url },
    body: new URLSearchParams({ csrfToken, email, password: demoPassword, json: 'true' }),
  })
  const cookies = jar(answer)
  if (!cookies.some((text) => text.includes('session-token'))) throw new Error(`${email} could not sign in: ${answer.status}`)
  return cookies.join('; ')
}

/** A session is renewed after ten minutes; a portion takes seconds, so five minutes are young enough to begin one. */
const young = 5 * 60_000

/** Signs people in, and again before their session grows old. */
export function visitors(url: string): (email: string) => Promise<string> {
  const known = new Map<string, { cookie: string; since: number }>()
  return async (email) => {
    const kept = known.get(email)
    if (kept && Date.now() - kept.since < young) return kept.cookie
    const cookie = await signedIn(url, email)
    known.set(email, { cookie, since: Date.now() })
    return cookie
  }
}

type Visitors = ReturnType<typeof visitors>

/** A page that reads nothing, for comparison: a dynamic page of the same server. */
export const hello = (url: string): Page => ({ name: 'hello (/status)', enter: async () => () => fetch(`${url}/status`) })

export const pageOf = (url: string, cookieOf: Visitors, name: string, path: string, email: string): Page => ({
  name,
  async enter() {
    const cookie = await cookieOf(email)
    return () => fetch(url + path, { headers: { cookie } })
  },
})

/** Submits a register of another class or day each time, so that every one is new. */
export async function submitPage(url: string, cookieOf: Visitors, email: string, { db }: Ctx): Promise<Page> {
  const classes = await db.class.findMany({ select: { id: true, classEnrollments: { select: { studentId: true } } }, take: 20 })
  let n = 0
  const ask = (cookie: string) => {
    const { id: classId, classEnrollments } = classes[n % classes.length]!
    const date = new Date(Date.UTC(2010, 0, 1 + Math.floor(n++ / classes.length))).toISOString().slice(0, 10)
    const marks = classEnrollments.map(({ studentId }) => ({ studentId, status: 'present' }))
    return fetch(`${url}/api/attendance/registers`, {
      method: 'POST', headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ classId, date, periodId: null, idempotencyKey: crypto.randomUUID(), seen: null, marks }),
    })
  }
  return {
    name: 'register submit',
    async enter() {
      const cookie = await cookieOf(email)
      return () => ask(cookie)
    },
  }
}
