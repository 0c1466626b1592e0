import 'server-only'
import { listedName, seated } from '@/lib/domain/people/public.server'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { daysAfter, fromDate, isoWeekdayOf, toDate, type PlainDate } from '@/lib/platform/time'
import { addedSums, isOverTime, noSums, type HeatCell, type Report, type ReportQuery, type ReportRow, type Sums } from './report'
import { sumBy, sumDays, sumHeat, sumStudents, type Asked } from './report.sql.server'
import { campusesOf } from './school-day.server'

const mostStudents = 500
/** Fifty-two weeks: the same days of the week. */
const aYear = 364

/** The campuses a report is of. Sums are read past the reach of classes, so roles of classes have none. */
const campusIdsOf = (ctx: Ctx, campus: string | undefined) => (ctx.role.reach === 'class' ? [] : campusesOf(ctx, campus).map(({ id }) => id))

export type Span = { from: PlainDate; to: PlainDate; yearName: string | null; terms: { name: string; from: PlainDate; to: PlainDate }[] }
/** From the first day of the school year until today, if nothing else is asked. */
export async function spanOf({ db, timeZone }: Ctx, { from, to }: Pick<ReportQuery, 'from' | 'to'>): Promise<Span> {
  const today = todayIn(timeZone)
  const year = await db.academicYear.findFirst({ where: { current: true }, select: { name: true, startDate: true, terms: { orderBy: { startDate: 'asc' }, select: { name: true, startDate: true, endDate: true } } } })
  const last = to && to < today ? to : today
  const first = from ?? (year ? fromDate(year.startDate) : daysAfter(today, -aYear))
  return { from: first <= last ? first : last, to: last, yearName: year?.name ?? null, terms: (year?.terms ?? []).map(({ name, startDate, endDate }) => ({ name, from: fromDate(startDate), to: fromDate(endDate) })) }
}

/** A day's sums of whole campuses, from the days that are kept: those that were entered by hand among them. */
async function campusDays({ db }: Ctx, { campusIds, from, to }: Asked): Promise<(Sums & { key: PlainDate })[]> {
  const rows = await db.campusAttendanceSummary.findMany({ where: { campusId: { in: [...campusIds] }, attendanceDate: { gte: toDate(from), lte: toDate(to) } }, orderBy: { attendanceDate: 'asc' }, select: { attendanceDate: true, totalEnrolled: true, totalPresent: true, totalTardy: true, totalHalf: true, totalAbsent: true, totalExcused: true } })
  const days = new Map<PlainDate, Sums>()
  for (const row of rows) {
    const key = fromDate(row.attendanceDate)
    // A day keeps its half days together: whether one was excused is in the days of students.
    const sums: Sums = { ...noSums, p: row.totalPresent - row.totalTardy - row.totalHalf, l: row.totalTardy, h: row.totalHalf, e: row.totalExcused, a: row.totalAbsent - row.totalExcused, students: row.totalEnrolled }
    days.set(key, addedSums([days.get(key) ?? noSums, sums]))
  }
  return [...days].map(([key, sums]) => ({ ...sums, key }))
}

const monthEnd = (day: PlainDate) => fromDate(new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)))
type Part = { key: string; label: string; from: PlainDate; to: PlainDate }
function partOf(by: ReportQuery['by'], day: PlainDate, span: Span): Part | null {
  if (by === 'week') { const monday = daysAfter(day, 1 - isoWeekdayOf(day)); return { key: monday, label: monday, from: monday, to: daysAfter(monday, 6) } }
  if (by === 'month') return { key: day.slice(0, 7), label: `${day.slice(0, 7)}-01`, from: `${day.slice(0, 7)}-01`, to: monthEnd(day) }
  if (by === 'term') { const term = span.terms.find(({ from, to }) => from <= day && day <= to); return term ? { key: term.from, label: term.name, from: term.from, to: term.to } : null }
  return { key: day, label: day, from: day, to: day }
}

function overTime(by: ReportQuery['by'], days: readonly (Sums & { key: PlainDate })[], span: Span): ReportRow[] {
  const parts = new Map<string, ReportRow>()
  for (const day of days) {
    const part = partOf(by, day.key, span)
    if (!part) continue
    const known = parts.get(part.key)
    const sums = addedSums([known?.sums ?? noSums, day])
    parts.set(part.key, { ...part, hint: null, href: null, sums: { ...sums, students: Math.max(known?.sums.students ?? 0, day.students) } })
  }
  return [...parts.values()]
}

async function named(ctx: Ctx, by: 'class' | 'grade' | 'campus', asked: Asked): Promise<ReportRow[]> {
  const rows = await sumBy(ctx.db, by, asked)
  const ids = rows.flatMap(({ key }) => key ?? [])
  const found = by === 'campus' ? ctx.campuses.map(({ id, name }, order) => ({ id, name, order })) : by === 'grade'
    ? (await ctx.db.grade.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, sortOrder: true } })).map(({ id, name, sortOrder }) => ({ id, name, order: sortOrder }))
    : (await ctx.db.class.findMany({ where: { id: { in: ids } }, orderBy: [{ name: 'asc' }, { id: 'asc' }], select: { id: true, name: true } })).map(({ id, name }, order) => ({ id, name, order }))
  const names = new Map(found.map((one) => [one.id, one]))
  const place = ({ key }: { key: string | null }) => names.get(key ?? '')?.order ?? Number.MAX_SAFE_INTEGER
  return rows.sort((a, b) => place(a) - place(b)).map(({ key, ...sums }) => ({ key: key ?? '', label: names.get(key ?? '')?.name ?? '', hint: null, from: asked.from, to: asked.to, href: null, sums }))
}

/** Attendance by day, week, month, term, class, grade, campus or student, with its total and that of a year before. */
export async function getReport(ctx: Ctx, query: ReportQuery): Promise<Report & { span: Span }> {
  const span = await spanOf(ctx, query)
  const { by } = query
  const asked: Asked = { campusIds: campusIdsOf(ctx, query.campus), from: span.from, to: span.to, gradeId: query.grade ?? null, classId: query.class ?? null }
  const isWhole = !asked.gradeId && !asked.classId
  const past = { ...asked, from: daysAfter(asked.from, -aYear), to: daysAfter(asked.to, -aYear) }
  const sumsOf = async (of: Asked) => addedSums(await (isOverTime(by) && isWhole ? campusDays(ctx, of) : sumBy(ctx.db, 'campus', of)))
  const [rows, total, before] = await Promise.all([
    isOverTime(by) ? (isWhole ? campusDays(ctx, asked) : sumDays(ctx.db, asked)).then((days) => overTime(by, days, span))
      : by === 'student' ? sumStudents(ctx.db, asked, { chronicOnly: query.chronic === '1', most: mostStudents + 1 }).then((students) => students.map(({ key, name, className, ...sums }): ReportRow => ({ key, label: name, hint: className, from: asked.from, to: asked.to, href: null, sums })))
        : named(ctx, by === 'class' || by === 'grade' ? by : 'campus', asked),
    sumsOf(asked), sumsOf(past),
  ])
  const isMore = rows.length > mostStudents && by === 'student'
  return { by, from: asked.from, to: asked.to, rows: by === 'student' ? rows.slice(0, mostStudents) : rows, total, before: before.p + before.a + before.e + before.l + before.g + before.h > 0 ? before : null, isMore, span }
}

export type Overview = { report: Awaited<ReturnType<typeof getReport>>; people: Sums; past: Report; campuses: ReportRow[]; heat: HeatCell[] }
/** A year at a glance: weeks against those of the year before, campuses beside each other, weekdays and lessons. */
export async function getOverview(ctx: Ctx, query: Omit<ReportQuery, 'by'>): Promise<Overview> {
  const report = await getReport(ctx, { ...query, by: 'week' })
  const asked: Asked = { campusIds: campusIdsOf(ctx, query.campus), from: report.from, to: report.to, gradeId: null, classId: null }
  const [campuses, heat, past] = await Promise.all([named(ctx, 'campus', asked), sumHeat(ctx.db, asked), getReport(ctx, { ...query, by: 'week', from: daysAfter(report.from, -aYear), to: daysAfter(report.to, -aYear) })])
  return { report, people: addedSums(campuses.map(({ sums }) => sums)), past, campuses, heat }
}

export type MonthSheet = { className: string; month: string; days: PlainDate[]; students: { id: string; name: string; number: string; letters: string }[] }
/** The monthly register of a class, as it is printed: a letter a day. Null where there is no such class within reach. */
export async function getMonthSheet({ db }: Ctx, classId: string, month: string): Promise<MonthSheet | null> {
  const [first, last] = [`${month}-01`, monthEnd(`${month}-01`)]
  const found = await db.class.findFirst({ where: { id: classId }, select: { name: true, campusId: true, classEnrollments: { where: { status: seated, enrolledOn: { lte: toDate(last) }, OR: [{ endedOn: null }, { endedOn: { gte: toDate(first) } }] }, select: { student: { select: { id: true, firstName: true, lastName: true, studentNumber: true, lastNameKey: true } } } } } })
  if (!found) return null
  const students = [...new Map(found.classEnrollments.map(({ student }) => [student.id, student])).values()].sort((a, b) => (a.lastNameKey ?? '').localeCompare(b.lastNameKey ?? '') || a.firstName.localeCompare(b.firstName))
  const months = await db.studentAttendanceMonth.findMany({ where: { campusId: found.campusId, month: toDate(first), studentId: { in: students.map(({ id }) => id) } }, select: { studentId: true, days: true } })
  const letters = new Map(months.map(({ studentId, days }) => [studentId, days]))
  return { className: found.name, month, days: Array.from({ length: Number(last.slice(8)) }, (_, i) => daysAfter(first, i)), students: students.map(({ id, firstName, lastName, studentNumber }) => ({ id, name: listedName({ firstName, lastName }), number: studentNumber, letters: letters.get(id) ?? '' })) }
}
