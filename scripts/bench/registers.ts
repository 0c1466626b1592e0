import { setTimeout as sleep } from 'node:timers/promises'
import type { Ctx } from '@/lib/platform/context'
import { toDate, type PlainDate } from '@/lib/platform/time'
import { dice } from '@/prisma/seed/insert'
import type { visitors } from './pages'

export type Morning = { teachers: number; marks: number; seconds: number; pages: number[]; submits: number[]; repeated: number }
type Asked = { url: string; cookieOf: ReturnType<typeof visitors>; teachers: number; within: number; ctx: Ctx; day: PlainDate }

const statuses = ['present', 'present', 'present', 'present', 'late', 'absent_unexcused', 'absent_excused'] as const
const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }

/**
 * Each teacher opens the register of the own class and submits it some seconds later, at a moment of the minute that chance has chosen; every fifth
 * sends the same once more at once, as after a lost connection. Afterwards the database must have each mark as it was sent, once, and the sums of the day.
 */
export async function submitMorning({ url, cookieOf, teachers, within, ctx, day }: Asked): Promise<Morning> {
  const luck = dice(7)
  const classes = await ctx.db.class.findMany({ take: teachers, orderBy: { name: 'asc' }, select: { id: true, name: true, homeroomTeacher: { select: { email: true } }, classEnrollments: { select: { studentId: true } } } })
  console.log(`  ${classes.length} teachers sign in`)
  const signedIn = []
  for (const taught of classes) signedIn.push({ ...taught, cookie: await cookieOf(taught.homeroomTeacher!.email!) })

  const [pages, submits]: [number[], number[]] = [[], []]
  const sent = new Map<string, string>()
  let repeated = 0
  const timed = async (kept: number[], ask: () => Promise<Response>) => {
    const began = performance.now()
    const answer = await ask()
    const text = await answer.text()
    kept.push(performance.now() - began)
    if (answer.status !== 200) throw new Error(`Answered ${answer.status}: ${text.slice(0, 200)}`)
    return text
  }
  const began = performance.now()
  await Promise.all(signedIn.map(async ({ id: classId, cookie, classEnrollments }, n) => {
    const at = luck() * within
    await sleep(Math.max(0, at - 4_000))
    await timed(pages, () => fetch(`${url}/attendance/${classId}?date=${day}`, { headers: { cookie } }))
    await sleep(Math.max(0, at - (performance.now() - began)))
    const marks = classEnrollments.map(({ studentId }) => ({ studentId, status: statuses[Math.floor(luck() * statuses.length)]! }))
    for (const { studentId, status } of marks) sent.set(studentId, status)
    const body = JSON.stringify({ classId, date: day, periodId: null, idempotencyKey: crypto.randomUUID(), seen: null, marks })
    const submit = () => timed(submits, () => fetch(`${url}/api/attendance/registers`, { method: 'POST', headers: { ...headers, cookie }, body }))
    const answers = await Promise.all(n % 5 === 0 ? [submit(), submit()] : [submit()])
    repeated += answers.length - 1
    if (new Set(answers).size > 1) throw new Error(`The same register was answered in two ways: ${answers.join(' ')}`)
  }))
  const seconds = (performance.now() - began) / 1000

  const [sessions, kept, days] = await Promise.all([
    ctx.db.attendanceSession.count({ where: { sessionDate: toDate(day) } }),
    ctx.db.attendanceRecord.findMany({ where: { sessionDate: toDate(day) }, select: { studentId: true, status: true } }),
    ctx.db.campusAttendanceSummary.findMany({ where: { attendanceDate: toDate(day) }, select: { totalEnrolled: true, totalAbsent: true } }),
  ])
  const lost = [...sent].filter(([studentId, status]) => !kept.some((mark) => mark.studentId === studentId && mark.status === status)).length
  const away = [...sent.values()].filter((status) => status.startsWith('absent')).length
  const [all, absent] = [days.reduce((sum, one) => sum + one.totalEnrolled, 0), days.reduce((sum, one) => sum + one.totalAbsent, 0)]
  if (sessions !== teachers || kept.length !== sent.size || lost > 0) throw new Error(`${sessions} registers of ${teachers}, ${kept.length} marks of ${sent.size}, ${lost} lost`)
  if (all !== sent.size || absent !== away) throw new Error(`The day's sums say ${absent} absent of ${all}, its marks ${away} of ${sent.size}`)
  return { teachers, marks: kept.length, seconds, pages, submits, repeated }
}
