import 'server-only'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { daysAfter, fromDate, fromTime, toDate, type PlainDate } from '@/lib/platform/time'
import { added, comparedTo, countedIn, pointsOf, rateOf, together, type Compared, type DayPoint, type DaySum, type HalfTally } from './day'
import { countDue, enrolledOn, type DueCounts } from './due.server'
import type { AttendanceStatus } from './register'
import { tallyOfLetters } from './day-rule'
import { noSchool, type NoSchool } from './school-day'
import { campusesOf, clocksOf, nearestSchoolDay, readSeason } from './school-day.server'
import { taughtBy, teacherName, teachersOn } from './taught-by'

export type { DayPoint } from './day'
export { listAbsences, type AbsenceRow } from './absences.server'
export { listRegisters, type RegisterRow } from './registers.server'
export { findDayOff, getTeacherDay, type DayOff, type OwnClass, type OwnMissing, type TeacherDay, type TeachingPeriod } from './teacher-day.server'

const few = 8

/**
 * Students of lessons without a register whom no other lesson of the day has marked. Step by step: as one condition on
 * students, without statistics, PostgreSQL walks every period for each of them.
 */
async function countUnmarked(db: Ctx['db'], campusId: string, periodIds: readonly string[], date: PlainDate) {
  const taught = await db.timetablePeriod.findMany({ where: { id: { in: [...periodIds] } }, select: { classId: true }, distinct: ['classId'] })
  const enrolled = await db.classEnrollment.findMany({ where: { classId: { in: taught.map(({ classId }) => classId) }, ...enrolledOn(date), student: { deletedAt: null } }, select: { studentId: true }, distinct: ['studentId'] })
  const marked = await db.attendanceRecord.findMany({ where: { campusId, sessionDate: toDate(date) }, select: { studentId: true }, distinct: ['studentId'] })
  const known = new Set(marked.map(({ studentId }) => studentId))
  return { campusId, count: enrolled.filter(({ studentId }) => !known.has(studentId)).length }
}

/** `present`, `late`, `excused`, `unexplained` and `unmarked` add up to the roll: whoever is expected by now. `absent` is the excused and the unexplained together; `half` stand among the present, and were there for half the day. */
export type DayFigures = { roll: number; present: number; late: number; excused: number; unexplained: number; absent: number; unmarked: number; half: number; percentage: number | null; registersDue: number; registersTaken: number } & Compared
export type CampusDay = DayFigures & { id: string; name: string; mascot: string | null; isOpen: boolean; byLesson: boolean; closed: NoSchool | null }
export type MissingRegister = { classId: string; className: string; teacher: string | null; campusId: string; periodId: string | null; startsAt: string | null }
export type Exception = { studentId: string; name: string; className: string; campusId: string; status: AttendanceStatus; minutesLate: number | null; startsAt: string | null }

export type Day = {
  date: PlainDate
  today: PlainDate
  campuses: CampusDay[]
  /** The campuses taken together. */
  all: DayFigures
  missing: MissingRegister[]
  absent: Exception[]
  late: Exception[]
  /** The last thirty school days, campus by campus. */
  history: DayPoint[]
  /** Around the date, for a day without school. */
  lastSchoolDay: PlainDate | null
  nextSchoolDay: PlainDate | null
}

const shownDays = 30
/** Eight weeks and the holidays between them. */
const comparedDays = 75

type Asked = { ctx: Ctx; campusIds: string[]; date: PlainDate }

/** Where students stood, a campus and day. Who sees classes of their own sees those, and no weeks of whole campuses. */
async function readSums({ ctx: { db, role }, campusIds, date }: Asked): Promise<DaySum[]> {
  if (role.reach === 'class') {
    const months = await db.studentAttendanceMonth.findMany({ where: { campusId: { in: campusIds }, month: toDate(`${date.slice(0, 7)}-01`) }, select: { campusId: true, days: true } })
    return campusIds.map((campusId) => ({ campusId, date, ...tallyOfLetters(months.filter((month) => month.campusId === campusId).map(({ days }) => days.charAt(Number(date.slice(8)) - 1))) }))
  }
  const days = await db.campusAttendanceSummary.findMany({
    where: { campusId: { in: campusIds }, attendanceDate: { gt: toDate(daysAfter(date, -comparedDays)), lte: toDate(date) } }, orderBy: { attendanceDate: 'asc' },
    select: { campusId: true, attendanceDate: true, totalPresent: true, totalAbsent: true, totalTardy: true, totalExcused: true, totalHalf: true },
  })
  return days.map((day) => ({ campusId: day.campusId, date: fromDate(day.attendanceDate), present: day.totalPresent - day.totalTardy, late: day.totalTardy, excused: day.totalExcused, absent: day.totalAbsent - day.totalExcused, half: day.totalHalf }))
}

/** The first few students with a mark of a standing. */
async function readExceptions({ ctx: { db }, campusIds, date }: Asked, standing: 'absent' | 'excused' | 'late'): Promise<Exception[]> {
  const sessionDate = toDate(date)
  const marks = await db.attendanceRecord.findMany({
    where: { campusId: { in: campusIds }, sessionDate, standing, ...(standing === 'late' ? { student: { attendanceRecords: { none: { sessionDate, standing: { in: ['absent', 'excused'] } } } } } : {}) },
    // In the order of the index of those who are not just present.
    orderBy: [{ campusId: 'asc' }, { sessionDate: 'asc' }, { standing: 'asc' }, { studentId: 'asc' }], take: few * 4,
    select: {
      studentId: true, campusId: true, status: true, minutesLate: true, student: { select: { firstName: true, lastName: true } },
      attendanceSession: { select: { class: { select: { name: true } }, timetablePeriod: { select: { startsAt: true } } } },
    },
  })
  const rows = marks.map(({ student, attendanceSession: { class: { name }, timetablePeriod }, ...mark }) => ({
    ...mark, name: `${student.firstName} ${student.lastName}`, className: name, startsAt: timetablePeriod && fromTime(timetablePeriod.startsAt),
  }))
  return [...new Map(rows.map((row) => [row.studentId, row])).values()].slice(0, few)
}

/** The first few who are away: the unexplained, and the excused where those are not enough. */
async function readAway(asked: Asked): Promise<Exception[]> {
  const unexplained = await readExceptions(asked, 'absent')
  if (unexplained.length === few) return unexplained
  const excused = await readExceptions(asked, 'excused')
  return [...unexplained, ...excused.filter(({ studentId }) => unexplained.every((one) => one.studentId !== studentId))].slice(0, few)
}

/** The first registers that are missing, and how many students nobody has marked because of those. */
async function readMissing({ ctx: { db, timeZone }, date }: Asked, { ofClasses, ofLessons }: DueCounts) {
  const [classIds, periodIds] = [ofClasses.flatMap(({ missing }) => missing), ofLessons.flatMap(({ missing }) => missing.slice(0, few))]
  const isPast = date < todayIn(timeZone)
  const [classes, lessons, ...ofPeriods] = await Promise.all([
    classIds.length ? db.class.findMany({ where: { id: { in: classIds } }, orderBy: { name: 'asc' }, take: few, select: { id: true, name: true, campusId: true, ...teachersOn(date) } }) : [],
    periodIds.length ? db.timetablePeriod.findMany({ where: { id: { in: periodIds } }, orderBy: [{ startsAt: 'asc' }, { class: { name: 'asc' } }], take: few, select: { id: true, startsAt: true, campusId: true, teacher: teacherName, class: { select: { id: true, name: true, ...teachersOn(date) } } } }) : [],
    ...ofLessons.filter(({ missing }) => missing.length).map(({ campusId, missing }) => countUnmarked(db, campusId, missing, date)),
  ])
  const missing: MissingRegister[] = [
    ...classes.map(({ id, name, campusId, ...taught }) => ({ classId: id, className: name, teacher: taughtBy({ class: taught, isPast }), campusId, periodId: null, startsAt: null })),
    ...lessons.map(({ id, startsAt, campusId, class: taught, ...period }) => ({ classId: taught.id, className: taught.name, teacher: taughtBy({ class: taught, period, isPast }), campusId, periodId: id, startsAt: fromTime(startsAt) })),
  ]
  const counted = [...ofClasses, ...ofLessons]
  const unmarked = [...ofClasses.map(({ campusId, unmarked: count }) => ({ campusId, count })), ...ofPeriods]
  return {
    missing: missing.slice(0, few),
    of(id: string) {
      const of = counted.find(({ campusId }) => campusId === id)
      return { registersDue: of?.due ?? 0, registersTaken: of?.taken ?? 0, unmarked: unmarked.find(({ campusId }) => campusId === id)?.count ?? 0 }
    },
  }
}

const figuresOf = (tally: HalfTally, { unmarked, ...registers }: { unmarked: number; registersDue: number; registersTaken: number }, compared: Compared): DayFigures => ({
  roll: countedIn(tally) + unmarked, present: tally.present, late: tally.late, excused: tally.excused, unexplained: tally.absent, absent: tally.excused + tally.absent, unmarked, half: tally.half ?? 0,
  percentage: rateOf(tally), ...registers, ...compared,
})

/** A director's day, for the campuses within reach: who is here, what is missing, and the weeks before. */
export async function getDay(ctx: Ctx, asked?: PlainDate): Promise<Day> {
  const today = todayIn(ctx.timeZone)
  const date = asked && asked <= today ? asked : today
  const campuses = campusesOf(ctx)
  const campusIds = campuses.map(({ id }) => id)
  const question: Asked = { ctx, campusIds, date }
  const [calendar, sums, away, late] = await Promise.all([
    readSeason(ctx, date), readSums(question),
    readAway(question), readExceptions(question, 'late'),
  ])
  const due = await countDue(ctx, calendar, clocksOf(ctx), date, few)
  const { missing, of } = await readMissing(question, due)

  const days = new Map(campusIds.map((id) => [id, sums.filter(({ campusId }) => campusId === id)]))
  const points = new Map(campusIds.map((id) => [id, pointsOf(id, days.get(id) ?? [])]))
  const tallyAt = (id: string) => added((days.get(id) ?? []).filter((sum) => sum.date === date))
  const rows = campuses.map(({ id, name, mascot }): CampusDay => ({
    id, name, mascot, isOpen: due.open.has(id), byLesson: due.byLesson.has(id), closed: noSchool(calendar, id, date), ...figuresOf(tallyAt(id), of(id), comparedTo(points.get(id) ?? [], date)),
  }))
  const summed = (figure: 'unmarked' | 'registersDue' | 'registersTaken') => rows.reduce((sum, row) => sum + row[figure], 0)
  const shown = [...new Set(sums.filter((sum) => countedIn(sum) > 0).map((sum) => sum.date))].slice(-shownDays)
  const isPartialNow = (id: string) => { const row = rows.find((one) => one.id === id); return Boolean(row && (row.registersTaken < row.registersDue || row.closed)) }
  return {
    date, today, campuses: rows, missing, absent: away, late,
    all: figuresOf(added(rows.map(({ id }) => tallyAt(id))), { unmarked: summed('unmarked'), registersDue: summed('registersDue'), registersTaken: summed('registersTaken') }, comparedTo(pointsOf('', together(sums)), date)),
    history: ctx.role.reach === 'class' ? [] : [...points.values()].flat().filter((point) => shown.includes(point.date)).map((point) => (point.date === date && isPartialNow(point.campusId) ? { ...point, isPartial: true } : point)).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    lastSchoolDay: nearestSchoolDay(calendar, campusIds, date, -1), nextSchoolDay: nearestSchoolDay(calendar, campusIds, date, 1),
  }
}
