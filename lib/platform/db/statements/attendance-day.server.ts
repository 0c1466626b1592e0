import 'server-only'
import type { AttendanceStatus } from '../generated/enums'
import { tenantSql } from '../sql.server'
import type { TenantDb } from '../tenant.server'

/** Classes whose register is expected on a day: of campuses that keep school that day, homerooms where there are any. */
const expected = `
  open_campus AS (
    SELECT c.id, c.name, c.mascot, coalesce(f.register_mode, 'daily') AS mode FROM campuses c
    LEFT JOIN campus_attendance_config f ON f."organizationId" = c."organizationId" AND f."campusId" = c.id AND f."deletedAt" IS NULL
    WHERE c."organizationId" = app_organization() AND c.id = ANY($1::uuid[]) AND c."deletedAt" IS NULL
      AND extract(isodow FROM $2::date)::int = ANY(coalesce(f.school_days, '{1,2,3,4,5}'))
      AND NOT EXISTS (SELECT FROM special_days d WHERE d."organizationId" = c."organizationId" AND d.date = $2::date AND d."deletedAt" IS NULL
        AND (d."campusId" IS NULL OR d."campusId" = c.id) AND d.kind NOT IN ('make_up', 'late_arrival', 'early_dismissal'))
  ),
  year AS (SELECT y.id FROM academic_years y WHERE y."organizationId" = app_organization() AND y."deletedAt" IS NULL AND $2::date BETWEEN y.start_date AND y.end_date),
  taught AS (
    SELECT k.id, k.name, k."campusId", k."homeroom_teacherId", k.class_type FROM classes k
    WHERE k."organizationId" = app_organization() AND k."campusId" = ANY($1::uuid[]) AND k."academic_yearId" IN (SELECT id FROM year) AND k."deletedAt" IS NULL AND k.status IN ('active', 'completed')
      AND ($5::uuid[] IS NULL OR k.id = ANY($5::uuid[]))
  ),
  due AS (
    SELECT t.id AS class_id, t.name, t."campusId", t."homeroom_teacherId" AS staff_id, NULL::uuid AS period_id, NULL::time AS starts_at, NULL::uuid AS class_subject_id
    FROM taught t JOIN open_campus o ON o.id = t."campusId" AND o.mode = 'daily'
    WHERE t.class_type = 'homeroom' OR NOT EXISTS (SELECT FROM taught h WHERE h."campusId" = t."campusId" AND h.class_type = 'homeroom')
    UNION ALL
    SELECT t.id, t.name, t."campusId", p."teacherId", p.id, p.starts_at, p."class_subjectId"
    FROM taught t JOIN open_campus o ON o.id = t."campusId" AND o.mode = 'period'
    JOIN timetable_periods p ON p."organizationId" = app_organization() AND p."classId" = t.id AND p."deletedAt" IS NULL AND p.published
      AND p.day_of_week = (ARRAY['monday','tuesday','wednesday','thursday','friday','saturday','sunday'])[extract(isodow FROM $2::date)::int]::enum_timetable_periods_day_of_week
      AND p.effective_from <= $2::date AND (p.effective_to IS NULL OR p.effective_to >= $2::date)
    WHERE $3::time IS NULL OR p.starts_at <= $3::time
  ),
  session AS (
    SELECT s."classId", s."timetable_periodId", s.total_enrolled, s.total_present, s.total_absent, s.total_tardy FROM attendance_sessions s
    WHERE s."organizationId" = app_organization() AND s."campusId" = ANY($1::uuid[]) AND s.session_date = $2::date AND s."deletedAt" IS NULL AND s.state <> 'cancelled'
  ),
  -- Grouped, not joined: the planner expects one row of each side and would compare every pair.
  register AS (
    SELECT class_id, period_id, max(name) AS name, (array_agg("campusId") FILTER (WHERE "campusId" IS NOT NULL))[1] AS "campusId", (array_agg(staff_id) FILTER (WHERE staff_id IS NOT NULL))[1] AS staff_id, max(starts_at) AS starts_at, bool_or(taken) AS taken,
      max(total_enrolled) AS total_enrolled, max(total_present) AS total_present, max(total_absent) AS total_absent, max(total_tardy) AS total_tardy
    FROM (
      SELECT class_id, period_id, name, "campusId", staff_id, starts_at, false AS taken, NULL::int AS total_enrolled, NULL::int AS total_present, NULL::int AS total_absent, NULL::int AS total_tardy FROM due
      UNION ALL
      SELECT "classId", "timetable_periodId", NULL, NULL, NULL, NULL, true, total_enrolled, total_present, total_absent, total_tardy FROM session
    ) both_sides GROUP BY class_id, period_id HAVING bool_or(name IS NOT NULL)
  )`

const person = (alias: string) => `nullif(concat_ws(' ', ${alias}.first_name, ${alias}.last_name), '')`

export type CampusDay = {
  id: string; name: string; mascot: string | null; isOpen: boolean
  registersDue: number; registersTaken: number
  enrolled: number; present: number; absent: number; late: number; percentage: number | null
}
export type MissingRegister = { classId: string; className: string; teacher: string | null; campusId: string; periodId: string | null; startsAt: string | null }
export type Exception = { studentId: string; name: string; className: string; campusId: string; status: AttendanceStatus; minutesLate: number | null }
export type DayPoint = { campusId: string; date: string; percentage: number }
export type DayRows = { campuses: CampusDay[]; missing: MissingRegister[]; absent: Exception[]; late: Exception[]; history: DayPoint[] }

const exceptionRows = (condition: string) => `(SELECT coalesce(jsonb_agg(x), '[]') FROM (
  SELECT p.id AS "studentId", ${person('p')} AS name, k.name AS "className", r."campusId", r.status, r.minutes_late AS "minutesLate"
  FROM (SELECT r.* FROM attendance_records r WHERE r."organizationId" = app_organization() AND r."campusId" = ANY($1::uuid[]) AND r.session_date = $2::date AND r."deletedAt" IS NULL AND r.status <> 'present' AND ${condition}
    AND ($5::uuid[] IS NULL OR EXISTS (SELECT FROM attendance_sessions o WHERE o."organizationId" = r."organizationId" AND o.id = r."attendance_sessionId" AND o."classId" = ANY($5::uuid[])))
    -- The order of the index, so that reading ends with the last row that is shown.
    ORDER BY r."campusId", r.session_date, r.status LIMIT $4) r
  JOIN students p ON p."organizationId" = r."organizationId" AND p.id = r."studentId"
  JOIN attendance_sessions s ON s."organizationId" = r."organizationId" AND s.id = r."attendance_sessionId"
  JOIN classes k ON k."organizationId" = s."organizationId" AND k.id = s."classId"
  ORDER BY r."campusId", k.name, p.last_name_key) x)`

const dayText = `WITH ${expected}
SELECT
  (SELECT jsonb_agg(to_jsonb(c) ORDER BY c.name) FROM (
    SELECT c.id, c.name, c.mascot, o.id IS NOT NULL AS "isOpen",
      coalesce(n.due, 0) AS "registersDue", coalesce(n.taken, 0) AS "registersTaken",
      coalesce(d.total_enrolled, 0) AS enrolled, coalesce(d.total_present, 0) AS present, coalesce(d.total_absent, 0) AS absent, coalesce(d.total_tardy, 0) AS late, d.attendance_percentage::float AS percentage
    FROM campuses c LEFT JOIN open_campus o ON o.id = c.id
    LEFT JOIN (SELECT "campusId", count(*)::int AS due, count(*) FILTER (WHERE taken)::int AS taken FROM register GROUP BY 1) n ON n."campusId" = c.id
    LEFT JOIN campus_attendance_summaries d ON d."organizationId" = app_organization() AND d."campusId" = c.id AND d.attendance_date = $2::date AND d."deletedAt" IS NULL AND $5::uuid[] IS NULL
    WHERE c."organizationId" = app_organization() AND c.id = ANY($1::uuid[])) c) AS campuses,
  (SELECT coalesce(jsonb_agg(to_jsonb(m)), '[]') FROM (
    SELECT r.class_id AS "classId", r.name AS "className", ${person('t')} AS teacher, r."campusId", r.period_id AS "periodId", to_char(r.starts_at, 'HH24:MI') AS "startsAt"
    FROM register r LEFT JOIN staff t ON t."organizationId" = app_organization() AND t.id = r.staff_id WHERE NOT r.taken ORDER BY r.starts_at NULLS FIRST, length(r.name), r.name LIMIT $4) m) AS missing,
  ${exceptionRows(`r.status IN ('absent_unexcused', 'absent_excused', 'suspended')`)} AS absent,
  ${exceptionRows(`r.status = 'late'`)} AS late,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('campusId', h."campusId", 'date', h.attendance_date, 'percentage', h.attendance_percentage::float) ORDER BY h.attendance_date, h."campusId"), '[]')
    FROM campus_attendance_summaries h WHERE h."organizationId" = app_organization() AND h."campusId" = ANY($1::uuid[]) AND h."deletedAt" IS NULL AND $5::uuid[] IS NULL
      AND h.attendance_date <= $2::date AND h.attendance_date > $2::date - 45 AND h.total_present + h.total_absent > 0) AS history`

/**
 * Everything a director's day shows, in one statement: campuses, registers that are missing, who is absent
 * or late (the first `few`), and the last weeks. `now` is the time of day there; null counts all periods.
 * `classIds` bounds it to one's own classes, without the numbers of whole campuses.
 */
export async function readDay(db: TenantDb, { campusIds, date, now, few, classIds }: { campusIds: readonly string[]; date: string; now: string | null; few: number; classIds: readonly string[] | null }): Promise<DayRows> {
  const [row] = await tenantSql<DayRows>(db, 'attendance-day', dayText, [campusIds, date, now, few, classIds])
  return row as DayRows
}

export type RegisterRow = {
  classId: string; className: string; campusId: string; teacher: string | null; periodId: string | null; startsAt: string | null; taken: boolean
  enrolled: number; present: number; absent: number; late: number
}

const registersText = `WITH ${expected}
SELECT r.class_id AS "classId", r.name AS "className", r."campusId", ${person('t')} AS teacher, r.period_id AS "periodId", to_char(r.starts_at, 'HH24:MI') AS "startsAt", r.taken,
  coalesce(r.total_enrolled, 0) AS enrolled, coalesce(r.total_present, 0) AS present, coalesce(r.total_absent, 0) AS absent, coalesce(r.total_tardy, 0) AS late, count(*) OVER ()::int AS "ofAll"
FROM register r LEFT JOIN staff t ON t."organizationId" = app_organization() AND t.id = r.staff_id
WHERE ($4::boolean IS NULL OR r.taken = $4::boolean) AND ($5::uuid[] IS NULL OR r.class_id = ANY($5::uuid[])) AND ($6::text IS NULL OR search_key(r.name) LIKE '%' || search_key($6::text) || '%')
ORDER BY length(r.name), r.name, r.starts_at NULLS FIRST, r.class_id LIMIT $7 OFFSET $8`

type RegistersAsked = { campusIds: readonly string[]; date: string; now: string | null; taken: boolean | null; classIds: readonly string[] | null; search: string | null; size: number; skip: number }

/** Registers due on a day, taken or not; `classIds` bounds them to one's own. */
export async function readRegisters(db: TenantDb, asked: RegistersAsked): Promise<{ rows: RegisterRow[]; total: number }> {
  const rows = await tenantSql<RegisterRow & { ofAll: number }>(db, 'attendance-registers', registersText, [
    asked.campusIds, asked.date, asked.now, asked.taken, asked.classIds, asked.search, asked.size, asked.skip,
  ])
  return { rows, total: rows[0]?.ofAll ?? 0 }
}
