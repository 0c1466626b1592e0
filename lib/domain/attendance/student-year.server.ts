import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { fromDate, toDate, type PlainDate } from '@/lib/platform/time'
import { byGravity, dayLetters, explainDay, isDayLetter, missedOf, ruleColumns, usualRule, type DayExplained, type DayLetter, type DayRule } from './day-rule'
import type { AttendanceStatus } from './register'

/** A day of a student; one that was not just present says why it is what it is, as far as whoever reads sees the lessons. */
export type StudentDay = { date: PlainDate; letter: DayLetter; why: DayExplained | null; byLesson: boolean; minutes: number }
export type StudentYear = { name: string; start: PlainDate; end: PlainDate; days: StudentDay[]; counts: Record<DayLetter, number>; missed: number; lateMinutes: number }

const graver = (a: DayLetter, b: DayLetter) => (byGravity.indexOf(a) < byGravity.indexOf(b) ? a : b)
type Mark = { sessionDate: Date; campusId: string; status: AttendanceStatus; minutesLate: number | null; attendanceSession: { timetablePeriodId: string | null } }

/** A student's school year as it was counted: a day once, and at several campuses by the one that weighs most. Null where there is no year. */
export async function getStudentYear({ db }: Ctx, studentId: string): Promise<StudentYear | null> {
  const student = await db.student.findFirst({
    where: { id: studentId },
    select: {
      organization: { select: { academicYears: { where: { current: true }, take: 1, select: { name: true, startDate: true, endDate: true } } } },
      attendanceMonths: { orderBy: [{ month: 'asc' }, { campusId: 'asc' }], select: { campusId: true, month: true, days: true } },
    },
  })
  const year = student?.organization.academicYears[0]
  if (!student || !year) return null
  const [start, end] = [fromDate(year.startDate), fromDate(year.endDate)]
  const within = { gte: year.startDate, lte: year.endDate }
  const months = student.attendanceMonths.filter(({ month }) => fromDate(month) >= `${start.slice(0, 7)}-01` && fromDate(month) <= end)
  const days = new Map<PlainDate, { letter: DayLetter; campusId: string }>()
  for (const { campusId, month, days: letters } of months) {
    for (const [i, letter] of [...letters].entries()) {
      const date = `${fromDate(month).slice(0, 8)}${String(i + 1).padStart(2, '0')}`
      if (!isDayLetter(letter) || date < start || date > end) continue
      const known = days.get(date)
      if (!known || graver(letter, known.letter) !== known.letter) days.set(date, { letter, campusId })
    }
  }
  const told = [...days].filter(([, { letter }]) => letter !== 'p').map(([date]) => toDate(date))
  const campusIds = [...new Set([...days.values()].map(({ campusId }) => campusId))]
  const [marks, rules] = await Promise.all([
    told.length ? db.attendanceRecord.findMany({ where: { studentId, sessionDate: { in: told } }, take: 5_000, select: { sessionDate: true, campusId: true, status: true, minutesLate: true, attendanceSession: { select: { timetablePeriodId: true } } } }) : [],
    told.length ? db.campusAttendanceSummary.findMany({ where: { campusId: { in: campusIds }, attendanceDate: within }, select: { campusId: true, attendanceDate: true, ...ruleColumns } }) : [],
  ])
  const ruleAt = new Map(rules.map(({ campusId, attendanceDate, ...rule }): [string, DayRule] => [`${campusId} ${fromDate(attendanceDate)}`, rule]))
  const dayOf = ([date, { letter, campusId }]: [PlainDate, { letter: DayLetter; campusId: string }]): StudentDay => {
    const own: Mark[] = marks.filter((mark) => mark.campusId === campusId && fromDate(mark.sessionDate) === date)
    const why = own.length ? explainDay(ruleAt.get(`${campusId} ${date}`) ?? usualRule, own) : null
    // A teacher sees the own lessons of the day only: what they say is not what the day was.
    return { date, letter, why: why?.letter === letter ? why : null, byLesson: own.some(({ attendanceSession }) => attendanceSession.timetablePeriodId !== null), minutes: own.reduce((sum, { status, minutesLate }) => sum + (status === 'late' ? (minutesLate ?? 0) : 0), 0) }
  }
  const all = [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(dayOf)
  const counts = Object.fromEntries(dayLetters.map((letter) => [letter, all.filter((day) => day.letter === letter).length])) as Record<DayLetter, number>
  return { name: year.name, start, end, days: all, counts, missed: all.reduce((sum, { letter }) => sum + missedOf(letter), 0), lateMinutes: all.reduce((sum, { minutes }) => sum + minutes, 0) }
}

/** The months of a year, each with its days, as a calendar shows them. */
export function monthsOf(start: PlainDate, end: PlainDate): { month: PlainDate; days: PlainDate[] }[] {
  const months: { month: PlainDate; days: PlainDate[] }[] = []
  for (let at = toDate(`${start.slice(0, 7)}-01`); fromDate(at) <= end; at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1))) {
    const length = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
    months.push({ month: fromDate(at), days: Array.from({ length }, (_, i) => `${fromDate(at).slice(0, 7)}-${String(i + 1).padStart(2, '0')}`) })
  }
  return months
}
