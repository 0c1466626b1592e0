import 'server-only'
import { tenantSql } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { isGiven, keepsSchool } from './school-day.sql.server'

export type TeachingPeriod = { id: string; name: string | null; startsAt: string; endsAt: string; room: string | null; classId: string; className: string; subject: string; students: number; registerPeriodId: string | null; taken: boolean }
export type OwnClass = { classId: string; className: string; students: number; taken: boolean; isDue: boolean }

const enrolled = (classId: string) => `(SELECT count(*)::int FROM class_enrollments e WHERE e."organizationId" = app_organization() AND e."classId" = ${classId}
  AND e."deletedAt" IS NULL AND e.enrolled_on <= $2::date AND (e.ended_on IS NULL OR e.ended_on >= $2::date) AND e.status NOT IN ('pending', 'waitlisted', 'cancelled', 'no_show'))`
const taken = (classId: string, periodId: string) => `EXISTS (SELECT FROM attendance_sessions s WHERE s."organizationId" = app_organization() AND s."classId" = ${classId} AND s.session_date = $2::date
  AND s."timetable_periodId" IS NOT DISTINCT FROM ${periodId} AND s."deletedAt" IS NULL AND s.state <> 'cancelled')`

const text = `
WITH today AS (
  SELECT p.id, p.name, p.starts_at, p.ends_at, coalesce(p.room, k.room) AS room, k.id AS class_id, k.name AS class_name, b.name AS subject,
    CASE WHEN f.register_mode = 'period' THEN p.id END AS register_period
  FROM timetable_periods p
  JOIN classes k ON k."organizationId" = p."organizationId" AND k.id = p."classId" AND k."deletedAt" IS NULL
  JOIN class_subjects l ON l."organizationId" = p."organizationId" AND l.id = p."class_subjectId"
  JOIN subjects b ON b."organizationId" = l."organizationId" AND b.id = l."subjectId"
  JOIN campuses c ON c."organizationId" = app_organization() AND c.id = p."campusId"
  LEFT JOIN campus_attendance_config f ON f."organizationId" = p."organizationId" AND f."campusId" = p."campusId" AND f."deletedAt" IS NULL
  WHERE p."organizationId" = app_organization() AND p."teacherId" = $1::uuid AND ${isGiven('p', '$2::date')} AND ${keepsSchool({ campus: 'c', config: 'f', date: '$2::date' })}
),
own AS (
  SELECT k.id, k.name, coalesce(f.register_mode, 'daily') = 'daily' AND k.class_type = 'homeroom' AND k."homeroom_teacherId" = $1::uuid
      AND ${keepsSchool({ campus: 'c', config: 'f', date: '$2::date' })} AS due
  FROM classes k JOIN campuses c ON c."organizationId" = app_organization() AND c.id = k."campusId"
  LEFT JOIN campus_attendance_config f ON f."organizationId" = k."organizationId" AND f."campusId" = k."campusId" AND f."deletedAt" IS NULL
  JOIN academic_years y ON y."organizationId" = k."organizationId" AND y.id = k."academic_yearId" AND y."deletedAt" IS NULL AND $2::date BETWEEN y.start_date AND y.end_date
  WHERE k."organizationId" = app_organization() AND k."deletedAt" IS NULL AND k.status = 'active'
    AND (k."homeroom_teacherId" = $1::uuid OR EXISTS (SELECT FROM class_subjects l WHERE l."organizationId" = k."organizationId" AND l."classId" = k.id AND l."teacherId" = $1::uuid AND l."deletedAt" IS NULL))
)
SELECT
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'startsAt', to_char(t.starts_at, 'HH24:MI'), 'endsAt', to_char(t.ends_at, 'HH24:MI'), 'room', t.room, 'classId', t.class_id,
    'className', t.class_name, 'subject', t.subject, 'students', ${enrolled('t.class_id')}, 'registerPeriodId', t.register_period, 'taken', ${taken('t.class_id', 't.register_period')}) ORDER BY t.starts_at), '[]') FROM today t) AS periods,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('classId', o.id, 'className', o.name, 'isDue', o.due, 'students', ${enrolled('o.id')}, 'taken', ${taken('o.id', 'NULL::uuid')}) ORDER BY o.due DESC, o.name), '[]') FROM own o) AS classes`

/** What a teacher teaches on a day, in the order of the day, and the classes that are theirs. */
export async function readTeacherDay(db: TenantDb, { staffId, date }: { staffId: string; date: string }): Promise<{ periods: TeachingPeriod[]; classes: OwnClass[] }> {
  const [row] = await tenantSql<{ periods: TeachingPeriod[]; classes: OwnClass[] }>(db, 'teacher-day', text, [staffId, date])
  return row ?? { periods: [], classes: [] }
}
