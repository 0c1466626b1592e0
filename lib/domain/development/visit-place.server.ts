import 'server-only'
import { now, nowIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { fromDate, fromTime, toDate, toTime, weekdayOf, type Moment, type PlainDate } from '@/lib/platform/time'

export type Visitable = { teacherId: string; name: string; campusId: string; campusName: string; jobTitle: string | null; lastVisit: PlainDate | null }
export type TeachingNow = Visitable & { periodId: string; className: string; subject: string; room: string | null; startsAt: string; endsAt: string }

/** Whether a period is on at a moment of its campus. */
const onAt = ({ date, time }: Pick<Moment, 'date' | 'time'>) => ({
  published: true, dayOfWeek: weekdayOf(date), startsAt: { lte: toTime(time) }, endsAt: { gt: toTime(time) }, effectiveFrom: { lte: toDate(date) }, OR: [{ effectiveTo: null }, { effectiveTo: { gte: toDate(date) } }],
})

/** Kinds of special days on which nobody is taught. */
const daysOff = ['holiday', 'non_instructional', 'teacher_only', 'weather', 'emergency'] as const

const teacherColumns = { id: true, firstName: true, lastName: true, jobTitle: true, campusId: true, userId: true, campus: { select: { name: true } } } as const

/** The day of each teacher's last visit. */
export async function lastVisits({ db }: Ctx, teacherIds: readonly string[]): Promise<Map<string, PlainDate>> {
  if (teacherIds.length === 0) return new Map()
  const rows = await db.walkthroughCheckin.groupBy({ by: ['teacherId'], where: { teacherId: { in: [...teacherIds] } }, _max: { checkInDate: true } })
  return new Map(rows.flatMap(({ teacherId, _max }) => (teacherId && _max.checkInDate ? [[teacherId, fromDate(_max.checkInDate)] as const] : [])))
}

const longestFirst = <Row extends Visitable>(rows: Row[]) => rows.sort((a, b) => (a.lastVisit ?? '').localeCompare(b.lastVisit ?? '') || a.name.localeCompare(b.name))
export const shownTeachers = 60

/** Whom one can visit: who teaches at this minute, from the timetable, and everybody else, whoever waited longest first. */
export async function findVisitable(ctx: Ctx, search: string): Promise<{ teaching: TeachingNow[]; others: Visitable[]; isMore: boolean }> {
  const { db, campus, campuses, user } = ctx
  const places = campus ? [campus] : campuses
  const dates = new Map(places.map(({ id, timeZone }) => [id, toDate(nowIn(timeZone).date)]))
  const off = await db.specialDay.findMany({ where: { kind: { in: [...daysOff] }, date: { in: [...dates.values()] } }, select: { campusId: true, date: true } })
  const open = places.filter(({ id }) => !off.some(({ campusId, date }) => (campusId === null || campusId === id) && date.getTime() === dates.get(id)?.getTime()))
  const words = search.split(/\s+/).filter(Boolean).slice(0, 4)
  const named = words.map((word) => ({ OR: [{ firstName: { contains: word, mode: 'insensitive' as const } }, { lastName: { contains: word, mode: 'insensitive' as const } }] }))
  const [periods, staff] = await Promise.all([
    open.length === 0 ? [] : db.timetablePeriod.findMany({
      where: { OR: open.map(({ id, timeZone }) => ({ AND: [{ campusId: id }, onAt(nowIn(timeZone))] })), teacherId: { not: null }, class: { deletedAt: null } },
      orderBy: { startsAt: 'asc' }, take: 300,
      select: { id: true, startsAt: true, endsAt: true, room: true, teacher: { select: teacherColumns }, class: { select: { name: true, room: true } }, classSubject: { select: { subject: { select: { name: true } } } } },
    }),
    db.staff.findMany({ where: { status: 'active', staffType: { in: ['teacher', 'assistant'] }, campusId: { in: places.map(({ id }) => id) }, AND: named }, orderBy: [{ lastName: 'asc' }, { id: 'asc' }], take: 500, select: teacherColumns }),
  ])
  const visits = await lastVisits(ctx, [...new Set([...staff.map(({ id }) => id), ...periods.flatMap(({ teacher }) => teacher?.id ?? [])])])
  type Teacher = (typeof staff)[number]
  const of = (teacher: Teacher): Visitable => ({ teacherId: teacher.id, name: `${teacher.firstName} ${teacher.lastName}`, campusId: teacher.campusId, campusName: teacher.campus.name, jobTitle: teacher.jobTitle, lastVisit: visits.get(teacher.id) ?? null })
  const matches = ({ name }: Visitable) => words.every((word) => name.toLowerCase().includes(word.toLowerCase()))
  const teaching = periods.flatMap(({ id, teacher, startsAt, endsAt, room, class: taught, classSubject }): TeachingNow[] =>
    teacher && teacher.userId !== user.id ? [{ ...of(teacher), periodId: id, className: taught.name, subject: classSubject.subject.name, room: room ?? taught.room, startsAt: fromTime(startsAt), endsAt: fromTime(endsAt) }] : [],
  ).filter(matches)
  const busy = new Set(teaching.map(({ teacherId }) => teacherId))
  const others = longestFirst(staff.filter(({ id, userId }) => !busy.has(id) && userId !== user.id).map(of))
  return { teaching: longestFirst(teaching), others: others.slice(0, shownTeachers), isMore: others.length > shownTeachers }
}

export type VisitPlace = { teacher: { id: string; name: string; userId: string | null }; campusId: string; timeZone: string; periodId: string | null; classroom: string; subject: string | null; period: { startsAt: string; endsAt: string } | null; at: string }

/** Who would be visited, and in which lesson; null for whoever is not within reach. */
export async function findVisitPlace({ db, campuses, timeZone }: Ctx, { teacherId, periodId }: { teacherId: string; periodId: string | null }): Promise<VisitPlace | null> {
  const [teacher, period] = await Promise.all([
    db.staff.findFirst({ where: { id: teacherId }, select: teacherColumns }),
    periodId ? db.timetablePeriod.findFirst({ where: { id: periodId, teacherId }, select: { id: true, campusId: true, startsAt: true, endsAt: true, room: true, class: { select: { name: true, room: true } }, classSubject: { select: { subject: { select: { name: true } } } } } }) : null,
  ])
  if (!teacher) return null
  const campusId = period?.campusId ?? teacher.campusId
  const room = period?.room ?? period?.class.room
  return {
    teacher: { id: teacher.id, name: `${teacher.firstName} ${teacher.lastName}`, userId: teacher.userId }, campusId, timeZone: campuses.find(({ id }) => id === campusId)?.timeZone ?? timeZone,
    periodId: period?.id ?? null, classroom: [period?.class.name, room].filter(Boolean).join(' · '), subject: period?.classSubject.subject.name ?? null,
    period: period && { startsAt: fromTime(period.startsAt), endsAt: fromTime(period.endsAt) }, at: now().toISOString(),
  }
}
