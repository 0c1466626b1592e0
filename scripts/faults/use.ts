import { setTimeout as sleep } from 'node:timers/promises'
import { paymentInput } from '@/lib/domain/billing/payment'
import { recordPayment } from '@/lib/domain/billing/payment.server'
import type { Ctx } from '@/lib/platform/context'
import { signedIn } from '../bench/pages'

export type Register = { classId: string; date: string; marks: number }
/** What was answered with yes, and so must be there at the end. */
export type Acknowledged = { registers: Register[]; payments: { id: string; key: string }[]; files: { id: string; text: string }[] }
export type Use = Acknowledged & { tries: number; refused: string[]; reads: number; unread: number; took: Map<string, number[]>; stop: () => Promise<void> }

type Place = { url: string; ctx: Ctx; neighbours: string }

/** Somebody who signs in again whenever the session is gone or old. */
function visitor(url: string, email: string): (path: string, more?: RequestInit) => Promise<Response> {
  let cookie: string | null = null
  let since = 0
  return async (path, more = {}) => {
    if (!cookie || Date.now() - since > 5 * 60_000) [cookie, since] = [await signedIn(url, email), Date.now()]
    const answer = await fetch(url + path, { redirect: 'manual', signal: AbortSignal.timeout(70_000), ...more, headers: { ...more.headers, cookie, 'sec-fetch-site': 'same-origin' } })
    if (answer.status === 307 || answer.status === 401) cookie = null
    return answer
  }
}
export type Visitor = ReturnType<typeof visitor>
export { visitor }

/** What is not worth asking again: a conflict may be one of two who saved at the same moment. */
const isFinal = (status: number) => status >= 400 && status < 500 && ![401, 408, 409, 429].includes(status)

/** People at work until `stop`: some read, some take registers, pay and send files, each with its key until it is answered. */
export async function work({ url, ctx, neighbours }: Place): Promise<Use> {
  const use: Use = { registers: [], payments: [], files: [], tries: 0, refused: [], reads: 0, unread: 0, took: new Map(), stop: async () => undefined }
  let isOver = false
  const again = async (pause: number, deed: () => Promise<unknown>) => {
    while (!isOver) {
      await deed().catch(() => use.unread++)
      await sleep(pause)
    }
  }
  /** Asks until there is a yes; a no for good is said at the end, for none of these deserves one. */
  const until = async <T>(ask: () => Promise<T | 'no' | null>): Promise<T | null> => {
    for (; !isOver; await sleep(500)) {
      use.tries++
      const answer = await ask().catch(() => null)
      if (answer) return answer === 'no' ? null : answer
    }
    return null
  }
  const yes = async (answer: Response): Promise<Response | 'no' | null> => {
    if (!isFinal(answer.status)) return answer.ok ? answer : null
    use.refused.push(`${new URL(answer.url).pathname} ${answer.status} ${(await answer.text()).slice(0, 200)}`)
    return 'no'
  }

  const reader = (name: string, email: string, paths: readonly string[]) => {
    const ask = visitor(url, email)
    const took = use.took.get(name) ?? []
    use.took.set(name, took)
    let n = 0
    return again(300, async () => {
      const began = performance.now()
      const answer = await ask(paths[n++ % paths.length]!)
      await answer.arrayBuffer()
      if (answer.status === 200) use.reads++
      else use.unread++
      took.push(performance.now() - began)
    })
  }

  const classes = await ctx.db.class.findMany({ select: { id: true, classEnrollments: { select: { studentId: true } } }, orderBy: { id: 'asc' }, take: 40 })
  const registers = (email: string, lane: number) => {
    const ask = visitor(url, email)
    let n = 0
    return again(400, async () => {
      const { id: classId, classEnrollments } = classes[n % classes.length]!
      const date = new Date(Date.UTC(2010 + lane, 0, 1 + Math.floor(n++ / classes.length))).toISOString().slice(0, 10)
      const marks = classEnrollments.map(({ studentId }, i) => ({ studentId, status: i % 9 === 0 ? 'absent_unexcused' : 'present' }))
      const body = JSON.stringify({ classId, date, periodId: null, idempotencyKey: crypto.randomUUID(), seen: null, marks })
      if (await until(async () => yes(await ask('/api/attendance/registers', { method: 'POST', body, headers: { 'content-type': 'application/json' } })))) use.registers.push({ classId, date, marks: marks.length })
    })
  }

  const students = classes.flatMap(({ classEnrollments }) => classEnrollments.map(({ studentId }) => studentId))
  const payments = () => {
    let n = 0
    return again(400, async () => {
      const key = crypto.randomUUID()
      const input = paymentInput.parse({ studentId: students[n++ % students.length], amount: '12.34', method: 'cash', paidOn: '2026-01-15', reference: key, notes: '', allocations: [], keepCredit: true, idempotencyKey: key })
      const paid = await until(() => recordPayment(ctx, input))
      if (paid) use.payments.push({ id: paid.id, key })
    })
  }

  const files = (email: string) => {
    const ask = visitor(url, email)
    let n = 0
    return again(1_500, async () => {
      const text = `note ${n++}\n`.repeat(2_000)
      const query = new URLSearchParams({ entity: 'students', id: students[n % students.length]!, kind: 'attachment', name: `note ${n}.txt`, uploadKey: crypto.randomUUID() })
      const sent = await until(async () => yes(await ask(`/api/files?${query}`, { method: 'POST', body: text, headers: { 'content-type': 'text/plain' } })))
      if (sent) use.files.push({ id: ((await sent.json()) as { data: { id: string } }).data.id, text })
    })
  }

  const domain = ctx.user.email.split('@')[1]
  const loops = [
    reader('this school', `admin@${domain}`, ['/', '/students', '/students?q=gar', '/attendance/overview', '/payments']),
    reader('this school', `director@${domain}`, ['/', '/classes', '/attendance']),
    reader('this school', `teacher1@${domain}`, ['/', '/classes']),
    reader('the neighbours', neighbours, ['/', '/students', '/classes']),
    registers(`admin@${domain}`, 0), registers(`admin@${domain}`, 5), payments(), payments(), files(`admin@${domain}`),
  ]
  use.stop = async () => {
    isOver = true
    await Promise.all(loops)
  }
  return use
}
