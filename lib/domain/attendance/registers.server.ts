import 'server-only'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { containing, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { fromTime, type PlainDate } from '@/lib/platform/time'
import { dueOn, takenOn, type Due } from './due.server'
import type { registerList } from './lists'
import { clocksOf, readCalendar } from './school-day.server'
import { taughtBy, teacherName, teachersOn } from './taught-by'

/** `present`, `late`, `excused` and `unexplained` add up to those who were marked; `absent` is the last two together. */
export type RegisterRow = {
  classId: string; className: string; campusId: string; teacher: string | null; periodId: string | null; startsAt: string | null; taken: boolean
  enrolled: number; present: number; late: number; excused: number; unexplained: number; absent: number
}

type Session = { totalEnrolled: number; totalPresent: number; totalAbsent: number; totalTardy: number; totalExcused: number }
const totals = { teacher: teacherName, totalEnrolled: true, totalPresent: true, totalAbsent: true, totalTardy: true, totalExcused: true } as const
const sumsOf = (session: Session | undefined) => ({
  taken: session !== undefined, enrolled: session?.totalEnrolled ?? 0, present: session ? session.totalPresent - session.totalTardy : 0, late: session?.totalTardy ?? 0,
  excused: session?.totalExcused ?? 0, unexplained: session ? session.totalAbsent - session.totalExcused : 0, absent: session?.totalAbsent ?? 0,
})

/** Rows of one kind, counted and read from a place in their own order. */
type Source = { count: () => Promise<number>; rows: (skip: number, take: number) => Promise<RegisterRow[]> }
type Asked = { date: PlainDate; isPast: boolean; search: string; state: 'taken' | 'missing' | undefined; campusIds: string[] }

const named = (search: string) => (search ? { name: containing(search) } : {})
/** The missing are named: told by what is not there, each class would be compared with every register. */
const whether = <Condition extends object>(state: Asked['state'], taken: Condition, due: readonly { missing: string[] }[]) =>
  state === undefined ? {} : state === 'taken' ? { attendanceSessions: { some: taken } } : { id: { in: due.flatMap(({ missing }) => missing) } }

/** Registers of a whole day, by class. */
function dailyRegisters({ db }: Ctx, due: Due, { date, isPast, search, state, campusIds }: Asked): Source {
  const taken = { ...takenOn(date), timetablePeriodId: null }
  const where = { ...due.classesOf(campusIds), ...named(search), ...whether(state, taken, due.ofClasses) }
  return {
    count: () => db.class.count({ where }),
    rows: async (skip, take) => {
      const classes = await db.class.findMany({ where, orderBy: [{ name: 'asc' }, { id: 'asc' }], skip, take, select: { id: true, name: true, campusId: true, ...teachersOn(date), attendanceSessions: { where: taken, select: totals, take: 1 } } })
      return classes.map(({ id, name, campusId, attendanceSessions: [session], ...taught }) => ({ classId: id, className: name, campusId, teacher: taughtBy({ session, class: taught, isPast }), periodId: null, startsAt: null, ...sumsOf(session) }))
    },
  }
}

/** Registers of lessons, in the order of the day. */
function lessonRegisters({ db }: Ctx, due: Due, { date, isPast, search, state, campusIds }: Asked): Source {
  const taken = takenOn(date)
  const lessons = due.lessonsOf(campusIds)
  const where = { ...lessons, class: { ...lessons.class, ...named(search) }, ...whether(state, taken, due.ofLessons) }
  return {
    count: () => db.timetablePeriod.count({ where }),
    rows: async (skip, take) => {
      const found = await db.timetablePeriod.findMany({ where, orderBy: [{ startsAt: 'asc' }, { class: { name: 'asc' } }, { id: 'asc' }], skip, take, select: { id: true, startsAt: true, campusId: true, teacher: teacherName, class: { select: { id: true, name: true, ...teachersOn(date) } }, attendanceSessions: { where: taken, select: totals, take: 1 } } })
      return found.map((lesson) => ({ classId: lesson.class.id, className: lesson.class.name, campusId: lesson.campusId, teacher: taughtBy({ session: lesson.attendanceSessions[0], class: lesson.class, period: lesson, isPast }), periodId: lesson.id, startsAt: fromTime(lesson.startsAt), ...sumsOf(lesson.attendanceSessions[0]) }))
    },
  }
}

/** Taken without being due (a day off, a class that was archived since): their marks count, so they are shown. */
function otherRegisters({ db }: Ctx, due: Due, { date, isPast, search, campusIds }: Asked): Source {
  const where = {
    ...takenOn(date), ...(search ? { class: named(search) } : {}),
    OR: campusIds.map((campusId) => {
      if (due.daily.has(campusId)) return { campusId, OR: [{ timetablePeriodId: { not: null } }, { NOT: { class: due.classesOf([campusId]) } }] }
      if (due.byLesson.has(campusId)) return { campusId, OR: [{ timetablePeriodId: null }, { NOT: { timetablePeriod: { deletedAt: null, ...due.lessonsOf([campusId]) } } }] }
      return { campusId }
    }),
  }
  return {
    count: () => db.attendanceSession.count({ where }),
    rows: async (skip, take) => {
      const sessions = await db.attendanceSession.findMany({ where, orderBy: [{ class: { name: 'asc' } }, { id: 'asc' }], skip, take, select: { ...totals, campusId: true, class: { select: { id: true, name: true, ...teachersOn(date) } }, timetablePeriod: { select: { id: true, startsAt: true, teacher: teacherName } } } })
      return sessions.map((session) => ({
        classId: session.class.id, className: session.class.name, campusId: session.campusId, teacher: taughtBy({ session, class: session.class, period: session.timetablePeriod, isPast }),
        periodId: session.timetablePeriod?.id ?? null, startsAt: session.timetablePeriod && fromTime(session.timetablePeriod.startsAt), ...sumsOf(session),
      }))
    },
  }
}

const placeIn = (text: string | null) => (text && /^\d{1,6}$/.test(text) ? Number(text) : 0)

/** Registers due on a day within reach, taken or not, and whatever else was taken: of whole days first, then lesson by lesson. Walked by number, not by key: a day has few hundreds. */
export async function listRegisters(ctx: Ctx, query: ListQuery<typeof registerList>): Promise<Paged<RegisterRow & { id: string }> & { date: PlainDate; today: PlainDate }> {
  const today = todayIn(ctx.timeZone)
  const { filters, size, search } = query
  const date = filters.date && filters.date <= today ? filters.date : today
  const clocks = clocksOf(ctx, filters.campus)
  const campusIds = clocks.map(({ id }) => id)
  const due = await dueOn(ctx, await readCalendar(ctx, campusIds, { from: date, to: date }), clocks, date)
  const asked: Asked = { date, isPast: date < today, search, state: filters.state, campusIds }
  const sources = [...(due.daily.size ? [dailyRegisters(ctx, due, asked)] : []), ...(due.byLesson.size ? [lessonRegisters(ctx, due, asked)] : []), ...(filters.state === 'missing' || campusIds.length === 0 ? [] : [otherRegisters(ctx, due, asked)])]
  const counts = await Promise.all(sources.map((source) => source.count()))
  const total = counts.reduce((sum, count) => sum + count, 0)

  const wanted = Math.max(0, query.before === null ? placeIn(query.after) : placeIn(query.before) - size)
  const skip = wanted < total ? wanted : 0
  const parts = await Promise.all(sources.map((source, i) => {
    const start = counts.slice(0, i).reduce((sum, count) => sum + count, 0)
    const [from, to] = [Math.max(skip - start, 0), Math.min(skip + size - start, counts[i]!)]
    return to > from ? source.rows(from, to - from) : []
  }))
  return {
    date, today, total, capped: false,
    rows: parts.flat().map((row) => ({ ...row, id: `${row.classId} ${row.periodId ?? ''}` })),
    next: skip + size < total ? String(skip + size) : null,
    previous: skip > 0 ? String(skip) : null,
  }
}
