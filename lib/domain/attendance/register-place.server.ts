import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { fromTime, toDate, type PlainTime } from '@/lib/platform/time'
import { givenOn, takenOn } from './due.server'
import type { RegisterKey, RegisterMode } from './register'

type LessonRow = { periodId: string; startsAt: PlainTime; endsAt: PlainTime; subjectName: string; taken: boolean }
/** What surrounds a register: its class, the zone and the rules of the campus, and the period, if it is of one; else the lessons of the class. */
export type RegisterPlace = {
  className: string; campusId: string; campusName: string; timeZone: string; registerMode: RegisterMode; editableDays: number
  period: { name: string | null; startsAt: PlainTime; endsAt: PlainTime } | null; classSubjectId: string | null; subjectName: string | null
  lessons: LessonRow[]
  /** Whether the class meets on the day: not before or after its own days. */
  meets: boolean
}

const lesson = { id: true, name: true, startsAt: true, endsAt: true, classSubjectId: true, classSubject: { select: { subject: { select: { name: true } } } } } as const

/**
 * Null where there is no such class within reach, or no such period of it on that day. History shows a campus or a subject
 * that was removed since, and a register that was taken outlives its period.
 */
export async function findRegisterPlace({ db }: Ctx, { classId, date, periodId }: RegisterKey): Promise<RegisterPlace | null> {
  const found = await db.class.findFirst({
    where: { id: classId },
    select: {
      name: true, campusId: true, startsOn: true, endsOn: true,
      campus: { select: { name: true, timeZone: true, campusAttendanceConfigs: { select: { registerMode: true, editableDays: true }, take: 1 } } },
      timetablePeriods: { where: { ...givenOn(date), ...(periodId ? { id: periodId } : {}) }, orderBy: { startsAt: 'asc' }, select: lesson },
      attendanceSessions: { where: { ...takenOn(date), timetablePeriodId: periodId ?? { not: null } }, select: { timetablePeriodId: true, timetablePeriod: { select: lesson } } },
    },
  })
  if (!found) return null
  const { campus: { campusAttendanceConfigs: [config], ...campus }, timetablePeriods, attendanceSessions } = found
  const period = periodId ? (timetablePeriods[0] ?? attendanceSessions[0]?.timetablePeriod) : null
  if (period === undefined) return null
  const taken = new Set(attendanceSessions.map(({ timetablePeriodId }) => timetablePeriodId))
  const day = toDate(date)
  const registerMode = config?.registerMode ?? 'daily'
  return {
    meets: !(found.startsOn && day < found.startsOn) && !(found.endsOn && day > found.endsOn),
    className: found.name, campusId: found.campusId, campusName: campus.name, timeZone: campus.timeZone, registerMode, editableDays: config?.editableDays ?? 7,
    period: period && { name: period.name, startsAt: fromTime(period.startsAt), endsAt: fromTime(period.endsAt) },
    classSubjectId: period?.classSubjectId ?? null, subjectName: period?.classSubject.subject.name ?? null,
    lessons: periodId || registerMode === 'daily' ? [] : timetablePeriods.map(({ id, startsAt, endsAt, classSubject }) => ({ periodId: id, startsAt: fromTime(startsAt), endsAt: fromTime(endsAt), subjectName: classSubject.subject.name, taken: taken.has(id) })),
  }
}
