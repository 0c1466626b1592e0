import type { aSchool } from '@/prisma/seed/a-school'
import { todayIn } from '@/lib/platform/clock.server'
import { toTime, toDate, weekdayOf, type PlainDate } from '@/lib/platform/time'
import { submitInput, type SubmitInput } from './register'

type School = Awaited<ReturnType<typeof aSchool>>

/** What the small school's teacher sends: everyone is present but those of `marks`, named by their place in the list. */
export const submissionTo = (school: School) => (marks: Record<number, string> = {}, more: object = {}): SubmitInput =>
  submitInput.parse({
    classId: school.classId, date: todayIn('UTC'), seen: null, idempotencyKey: crypto.randomUUID(),
    marks: school.studentIds.map((studentId, i) => ({ studentId, status: marks[i] ?? 'present', minutesLate: marks[i] === 'late' ? 7 : null, remark: marks[i] ? 'seen' : null })),
    ...more,
  })

/** A lesson of the small school's class on the weekday of a date, in a timetable that is in force. */
export async function aLesson({ db, north, yearId, classId, classSubjectId }: School, { campusId = north.id, date = todayIn('UTC'), startsAt = '00:00', endsAt = '00:50' }: { campusId?: string; date?: PlainDate; startsAt?: string; endsAt?: string } = {}): Promise<string> {
  const timetable = await db.timetable.create({ data: { name: `Week ${crypto.randomUUID()}`, campusId, academicYearId: yearId, effectiveFrom: toDate('2020-01-01'), status: 'published' } })
  const { id } = await db.timetablePeriod.create({ data: { timetableId: timetable.id, classSubjectId, classId, campusId, dayOfWeek: weekdayOf(date), startsAt: toTime(startsAt), endsAt: toTime(endsAt), name: 'First' } })
  return id
}

export const campusRules = ({ db, north }: School, rules: { registerMode?: 'daily' | 'period'; editableDays?: number; campus?: { id: string; code: string } } = {}) => {
  const { campus = north, ...rest } = rules
  return db.campusAttendanceConfig.create({ data: { campusId: campus.id, campusKey: campus.code, schoolDays: [1, 2, 3, 4, 5, 6, 7], ...rest } })
}
