import 'server-only'
import { inClassOn, onRollStatuses, type StudentStatus } from '@/lib/domain/people/public.server'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { daysAfter, fromDate, toDate, type PlainDate } from '@/lib/platform/time'

const ofCampus = ({ campus }: Ctx) => (campus ? { campusId: campus.id } : {})

/** The last twelve months as `YYYY-MM`, the oldest first. */
function lastMonths(today: PlainDate): string[] {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return Array.from({ length: 12 }, (_, i) => {
    const at = year * 12 + month - 12 + i
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}

/** The birthdays of a week as dates of birth: of everybody who may be a student on it, so that an index serves. */
function datesOfBirth(today: PlainDate): Date[] {
  const week = Array.from({ length: 7 }, (_, i) => daysAfter(today, i))
  const years = Array.from({ length: 28 }, (_, age) => Number(today.slice(0, 4)) - age)
  return years.flatMap((year) => week.map((day) => `${year}-${day.slice(5)}`)).filter((day) => !Number.isNaN(Date.parse(day)) && fromDate(toDate(day)) === day).map(toDate)
}

const byMonth = (months: readonly string[], days: readonly { on: Date | null; count: number }[]) => {
  const counts = new Map(months.map((month) => [month, 0]))
  for (const { on, count } of days) {
    const month = on && fromDate(on).slice(0, 7)
    if (month && counts.has(month)) counts.set(month, (counts.get(month) ?? 0) + count)
  }
  return months.map((month) => ({ month, count: counts.get(month) ?? 0 }))
}

/** Who is on roll and where, who comes and goes, and whom somebody should think of. */
export async function getStudentOverview(ctx: Ctx) {
  const { db } = ctx
  const today = todayIn(ctx.timeZone)
  const months = lastMonths(today)
  const since = { gte: toDate(`${months[0]}-01`), lte: toDate(today) }
  const here = ofCampus(ctx)
  const [statuses, classes, arrivals, departures, birthdays] = await Promise.all([
    db.student.groupBy({ by: ['status'], where: here, _count: { _all: true } }),
    db.class.findMany({ where: { ...here, academicYear: { current: true }, classType: 'homeroom' }, take: 2000, select: { campusId: true, grade: { select: { id: true, name: true, sortOrder: true } }, _count: { select: { classEnrollments: { where: inClassOn(today) } } } } }),
    db.student.groupBy({ by: ['enrollmentDate'], where: { ...here, enrollmentDate: since }, _count: { _all: true } }),
    db.studentChange.groupBy({ by: ['effectiveOn'], where: { ...here, calledOffAt: null, deed: { in: ['withdraw', 'graduate', 'transfer'] }, effectiveOn: since }, _count: { _all: true } }),
    db.student.findMany({ where: { ...here, status: { in: onRollStatuses }, dateOfBirth: { in: datesOfBirth(today) } }, orderBy: [{ lastNameKey: 'asc' }, { id: 'asc' }], take: 200, select: { id: true, firstName: true, lastName: true, dateOfBirth: true } }),
  ])
  const count = (...of: StudentStatus[]) => statuses.filter(({ status }) => of.includes(status)).reduce((sum, { _count }) => sum + _count._all, 0)
  const grades = new Map<string, { name: string; order: number; students: Record<string, number> }>()
  for (const { campusId, grade, _count } of classes) {
    const row = grades.get(grade.id) ?? { name: grade.name, order: grade.sortOrder, students: {} }
    row.students[campusId] = (row.students[campusId] ?? 0) + _count.classEnrollments
    grades.set(grade.id, row)
  }
  const monthDay = (day: PlainDate) => day.slice(5)
  const order = Array.from({ length: 7 }, (_, i) => monthDay(daysAfter(today, i)))
  return {
    onRoll: count(...onRollStatuses), onLeave: count('on_leave'), expected: count('expected', 'applicant'),
    grades: [...grades.values()].sort((a, b) => a.order - b.order).map(({ name, students }) => ({ name, students })),
    arrivals: byMonth(months, arrivals.map(({ enrollmentDate, _count }) => ({ on: enrollmentDate, count: _count._all }))),
    departures: byMonth(months, departures.map(({ effectiveOn, _count }) => ({ on: effectiveOn, count: _count._all }))),
    birthdays: birthdays
      .map(({ id, firstName, lastName, dateOfBirth }) => ({ id, name: `${firstName} ${lastName}`, day: daysAfter(today, Math.max(0, order.indexOf(dateOfBirth ? monthDay(fromDate(dateOfBirth)) : ''))) }))
      .sort((a, b) => a.day.localeCompare(b.day)),
  }
}

export type ClassFill = { id: string; name: string; campusName: string; students: number; capacity: number | null }

/** How full this year's classes are, and what they lack. */
export async function getClassOverview(ctx: Ctx) {
  const { db } = ctx
  const today = todayIn(ctx.timeZone)
  const here = ofCampus(ctx)
  const thisYear = { ...here, academicYear: { current: true }, status: 'active' as const }
  const [classes, withoutTeacher, withoutSubjects, unplaced] = await Promise.all([
    db.class.findMany({ where: { ...thisYear, classType: 'homeroom' }, orderBy: [{ grade: { sortOrder: 'asc' } }, { name: 'asc' }, { id: 'asc' }], take: 300, select: { id: true, name: true, capacity: true, campus: { select: { name: true } }, _count: { select: { classEnrollments: { where: inClassOn(today) } } } } }),
    db.class.count({ where: { ...thisYear, classType: 'homeroom', homeroomTeacherId: null } }),
    db.class.count({ where: { ...thisYear, classType: 'homeroom', classSubjects: { none: {} } } }),
    db.student.count({ where: { ...here, status: 'active', classEnrollments: { none: inClassOn(today) } } }),
  ])
  const fills: ClassFill[] = classes.map(({ campus, _count, ...row }) => ({ ...row, campusName: campus.name, students: _count.classEnrollments }))
  return { fills, full: fills.filter(({ students, capacity }) => capacity !== null && students >= capacity).length, withoutTeacher, withoutSubjects, unplaced }
}
