import type pg from 'pg'
import { submitRegister } from '@/lib/domain/attendance/register.server'
import { noticesOfClass } from '@/lib/domain/attendance/notice.server'
import type { MarkableStatus } from '@/lib/domain/attendance/register'
import { ctxOf } from './a-school'
import { dice, fill, type Insert } from './insert'
import { nowIn } from '@/lib/platform/clock.server'
import { isoWeekdayOf, weekdayOf, type PlainDate } from '@/lib/platform/time'
import { demoZone, isSchoolDay, schoolDaysBefore, today } from './school-year'

type Room = { classId: string; campusId: string; staffId: string | null; userId: string | null; students: string[]; weekday: string | null; periodId: string | null; lessonId: string | null; startsAt: string | null; isShown: boolean }
type Habit = { absent: number; late: number }

/** How one student usually is: one in twenty is often away, one in fifteen often late. */
function habitOf(luck: () => number): Habit {
  return { absent: luck() < 0.05 ? 0.22 : 0.025, late: luck() < 0.07 ? 0.2 : 0.02 }
}

/** Mondays are thinner, and one week everybody had the flu. */
const weather = (day: PlainDate, n: number) => (isoWeekdayOf(day) === 1 ? 1.6 : 1) * (n >= 22 && n < 28 ? 3.2 : 1)

function statusOf(habit: Habit, factor: number, luck: () => number): MarkableStatus {
  const roll = luck()
  const absent = Math.min(habit.absent * factor, 0.6)
  if (roll < absent) return luck() < 0.6 ? 'absent_excused' : 'absent_unexcused'
  return roll < absent + habit.late ? 'late' : 'present'
}

/** Who is away of lessons is mostly away all day, or half of it; late is who comes late to the first. */
function lessonsOf(habit: Habit, factor: number, luck: () => number): (startsAt: string) => MarkableStatus {
  const away = luck() < Math.min(habit.absent * factor, 0.6)
  const excused = luck() < 0.6 ? ('absent_excused' as const) : ('absent_unexcused' as const)
  const [part, isLate, skipped] = [luck(), luck() < habit.late, luck()]
  if (away) return (startsAt) => (part < 0.55 || (part < 0.8 ? startsAt < '11:30' : startsAt >= '11:30') ? excused : 'present')
  return (startsAt) => (isLate && startsAt < '09:00' ? 'late' : skipped < 0.012 && startsAt > '14' ? 'absent_unexcused' : 'present')
}

/** Every register of a week: one a class and day, or one a period where the campus takes them by period. */
async function roomsOf(client: pg.Client): Promise<Room[]> {
  const { rows } = await client.query<Room>(`
    WITH room AS (
      SELECT k.id, k."campusId", k."homeroom_teacherId" AS staff, NULL::text AS weekday, NULL::uuid AS period, NULL::uuid AS lesson, NULL::text AS starts FROM classes k
      JOIN campus_attendance_config f ON f."organizationId" = k."organizationId" AND f."campusId" = k."campusId" AND f.register_mode = 'daily'
      WHERE k."organizationId" = app_organization() AND k.status = 'active'
      UNION ALL
      SELECT p."classId", p."campusId", p."teacherId", p.day_of_week::text, p.id, p."class_subjectId", to_char(p.starts_at, 'HH24:MI') FROM timetable_periods p
      JOIN campus_attendance_config f ON f."organizationId" = p."organizationId" AND f."campusId" = p."campusId" AND f.register_mode = 'period'
      WHERE p."organizationId" = app_organization() AND p.published
    )
    SELECT r.id AS "classId", r."campusId", r.staff AS "staffId", s."userId", r.weekday, r.period AS "periodId", r.lesson AS "lessonId", r.starts AS "startsAt", coalesce(s.email LIKE 'teacher@%', false) AS "isShown",
      ARRAY(SELECT e."studentId" FROM class_enrollments e WHERE e."organizationId" = app_organization() AND e."classId" = r.id AND e."deletedAt" IS NULL ORDER BY 1) AS students
    FROM room r LEFT JOIN staff s ON s."organizationId" = app_organization() AND s.id = r.staff ORDER BY r.id, r.period`)
  return rows
}

/** Sixty school days of daily registers before today, in bulk. */
export function rememberDays(organizationId: string, count = 60): Promise<void> {
  return fill(organizationId, async (insert, client) => {
    const rooms = await roomsOf(client)
    const luck = dice(count)
    const habits = new Map(rooms.flatMap((room) => room.students.map((id) => [id, habitOf(luck)] as const)))
    for (const [n, day] of schoolDaysBefore(today, count).entries()) {
      const lessons = new Map<string, (startsAt: string) => MarkableStatus>()
      const statusFor = (id: string, startsAt: string | null) => {
        if (startsAt === null) return statusOf(habits.get(id)!, weather(day, n), luck)
        const known = lessons.get(id) ?? lessonsOf(habits.get(id)!, weather(day, n), luck)
        lessons.set(id, known)
        return known(startsAt)
      }
      await rememberDay(insert, organizationId, rooms.filter(({ weekday }) => weekday === null || weekday === weekdayOf(day)), day, statusFor, luck)
      // The day of a campus looks for each student's marks, and the planner knows nothing of rows that are about to be committed.
      if (n === 0) await client.query('ANALYZE attendance_records')
    }
  })
}

async function rememberDay(insert: Insert, organizationId: string, rooms: readonly Room[], day: PlainDate, statusFor: (studentId: string, startsAt: string | null) => MarkableStatus, luck: () => number) {
  const marks = rooms.map((room) => room.students.map((studentId) => ({ studentId, status: statusFor(studentId, room.startsAt) })))
  const count = (n: number, test: (status: string) => boolean) => marks[n]!.filter(({ status }) => test(status)).length
  const sessions = await insert<{ id: string; key: string }>('attendance_sessions', rooms.map((room, n) => ({
    session_date: day, session_type: room.periodId ? 'period' : 'daily', timetable_periodId: room.periodId, class_subjectId: room.lessonId, state: 'submitted', submitted_at: `${day}T09:${String(n % 60).padStart(2, '0')}:00Z`, classId: room.classId, campusId: room.campusId, taken_byId: room.staffId,
    createdById: room.userId, updatedById: room.userId, organizationId,
    total_enrolled: marks[n]!.length, total_present: count(n, (s) => !s.startsWith('absent')), total_absent: count(n, (s) => s.startsWith('absent')), total_tardy: count(n, (s) => s === 'late'), total_excused: count(n, (s) => s === 'absent_excused'),
  })), `id, "classId" || ' ' || coalesce("timetable_periodId"::text, '') AS key`)
  const ids = new Map(sessions.map(({ id, key }) => [key, id]))
  await insert('attendance_records', rooms.flatMap((room, n) => marks[n]!.map(({ studentId, status }) => ({
    attendance_sessionId: ids.get(`${room.classId} ${room.periodId ?? ''}`), campusId: room.campusId, session_date: day, studentId, status, minutes_late: status === 'late' ? 3 + Math.floor(luck() * 25) : null, createdById: room.userId, updatedById: room.userId, organizationId,
  }))))
}

/** This morning's registers, taken by their teachers with the verb the app uses, however early it is shown; a few are still missing, the demo's own teacher's among them. */
export async function takeThisMorning(organizationId: string): Promise<void> {
  if (!isSchoolDay(today)) return
  const rooms = await fill(organizationId, (_, client) => roomsOf(client))
  const luck = dice(7)
  for (const [n, room] of rooms.entries()) {
    if (n % 4 === 2 || room.isShown || !room.userId || (room.periodId && (room.weekday !== weekdayOf(today) || room.startsAt! > nowIn(demoZone).time))) continue
    const ctx = await ctxOf(room.userId, organizationId)
    const known = await noticesOfClass(ctx, room.classId, today)
    const marks = room.students.map((studentId) => ({ studentId, status: known.has(studentId) ? ('absent_excused' as const) : statusOf({ absent: 0.05, late: 0.04 }, 1, luck), minutesLate: null, remark: null }))
    await submitRegister(ctx, { classId: room.classId, date: today, periodId: room.periodId, idempotencyKey: crypto.randomUUID(), seen: null, marks })
  }
}

/** Before registers were taken here, the first campus rang in its numbers each morning. */
export function rememberTotals(organizationId: string, before = 60, count = 15): Promise<void> {
  return fill(organizationId, async (insert, client) => {
    const { rows: [campus] } = await client.query<{ id: string; code: string; students: number }>(`SELECT c.id, c.code, (SELECT count(*)::int FROM students s WHERE s."campusId" = c.id AND s.status = 'active') AS students FROM campuses c WHERE c."organizationId" = app_organization() ORDER BY c."createdAt", c.code DESC LIMIT 1`)
    if (!campus) return
    const luck = dice(15)
    await insert('campus_attendance_summaries', schoolDaysBefore(today, before + count).slice(0, count).map((day) => {
      const [absent, late] = [Math.round(campus.students * (0.03 + luck() * 0.04)), Math.round(campus.students * luck() * 0.03)]
      const present = campus.students - absent
      return {
        campusId: campus.id, campus_key: campus.code, attendance_date: day, source: 'manual', total_enrolled: campus.students, total_present: present, total_absent: absent, total_tardy: late, total_excused: Math.round(absent * 0.6), total_half: 0,
        day_rule: 'any_lesson', whole_day_percent: 100, attendance_percentage: Math.round((10_000 * present) / campus.students) / 100, recorded_by_label: 'Front desk', notes: luck() < 0.2 ? 'Bus 4 was late' : null, organizationId,
      }
    }))
  })
}
