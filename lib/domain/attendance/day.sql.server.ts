import 'server-only'
import type { AttendanceStatus } from '@/lib/platform/db/generated/enums'
import { tenantSql } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { isGiven, keepsSchool } from './school-day.sql.server'

const zero = `'00000000-0000-0000-0000-000000000000'::uuid`
/**
 * The registers of the day, campus by campus: asked for all at once, a plan made for a small organization takes an index of all days.
 * Ordered as the index of a campus's day is: of several that cost the planner's one row alike, it is the only one that needs no sort.
 */
const noted = (columns: string) => `(SELECT s.* FROM unnest($1::uuid[]) c CROSS JOIN LATERAL (SELECT ${columns} FROM attendance_sessions s
  WHERE s."organizationId" = app_organization() AND s."campusId" = c AND s.session_date = $2::date AND s."deletedAt" IS NULL AND s.state <> 'cancelled' ORDER BY s."classId", s."timetable_periodId" OFFSET 0) s) s`
const taught = (alias: string) => `${alias}."organizationId" = app_organization() AND ${alias}."campusId" = c.id AND ${alias}."academic_yearId" = y.id AND ${alias}."deletedAt" IS NULL
  AND ${alias}.status IN ('active', 'completed') AND ($5::uuid[] IS NULL OR ${alias}.id = ANY($5::uuid[]))`

/** The homerooms of a campus, within the year `y`: their index holds all that is asked of them, in the order they are shown. */
const homerooms = `classes k ON ${taught('k')} AND k.class_type = 'homeroom'`

/**
 * Registers that are expected on a day: of campuses that keep school that day, homerooms where there are any (`homerooms`), or else `due_else`.
 * $3 is what the clock of each campus of $1 says: a day that has not begun there has no registers yet, and a running one those of the periods that have.
 */
const due = `
  year AS MATERIALIZED (SELECT y.id FROM academic_years y WHERE y."organizationId" = app_organization() AND y."deletedAt" IS NULL AND $2::date BETWEEN y.start_date AND y.end_date),
  campus AS MATERIALIZED (
    SELECT c.id, c.name, c.mascot, n.now, coalesce(f.register_mode, 'daily') AS mode,
      $2::date <= n.now::date AND ${keepsSchool({ campus: 'c', config: 'f', date: '$2::date' })} AS open,
      EXISTS (SELECT FROM year y JOIN ${homerooms}) AS homerooms
    FROM unnest($1::uuid[], $3::timestamp[]) n (id, now) JOIN campuses c ON c."organizationId" = app_organization() AND c.id = n.id
    LEFT JOIN campus_attendance_config f ON f."organizationId" = c."organizationId" AND f."campusId" = c.id AND f."deletedAt" IS NULL
  ),
  due_else AS (
    SELECT k.id AS class_id, k.name, c.id AS "campusId", NULL::uuid AS period_id, NULL::time AS starts_at, NULL::uuid AS staff_id
    FROM campus c CROSS JOIN year y JOIN classes k ON ${taught('k')} WHERE c.open AND c.mode = 'daily' AND NOT c.homerooms
    UNION ALL
    SELECT k.id, k.name, c.id, p.id, p.starts_at, p."teacherId"
    FROM campus c CROSS JOIN year y JOIN classes k ON ${taught('k')}
    JOIN timetable_periods p ON p."organizationId" = app_organization() AND p."classId" = k.id AND ${isGiven('p', '$2::date')}
    WHERE c.open AND c.mode = 'period' AND $2::date + p.starts_at <= c.now
  )`

const person = (alias: string) => `nullif(concat_ws(' ', ${alias}.first_name, ${alias}.last_name), '')`
/** Who answers for a register: the teacher of the period, else of the class. */
const teacherOf = (register: string) => `LEFT JOIN staff t ON t."organizationId" = app_organization() AND t.id = CASE WHEN ${register}.period_id IS NULL THEN k."homeroom_teacherId" ELSE ${register}.staff_id END`

/** A campus and what its clock says, as `YYYY-MM-DD HH:mm`. */
export type CampusClock = { id: string; now: string }
type DayAsked = { campuses: readonly CampusClock[]; date: string; classIds: readonly string[] | null }
const placesOf = (campuses: readonly CampusClock[], date: string) => [campuses.map(({ id }) => id), date, campuses.map(({ now }) => now)]

export type CampusDay = {
  id: string; name: string; mascot: string | null; isOpen: boolean
  registersDue: number; registersTaken: number
  enrolled: number; present: number; absent: number; late: number; percentage: number | null
}
export type MissingRegister = { classId: string; className: string; teacher: string | null; campusId: string; periodId: string | null; startsAt: string | null }
export type Exception = { studentId: string; name: string; className: string; campusId: string; status: AttendanceStatus; minutesLate: number | null; startsAt: string | null }
export type DayPoint = { campusId: string; date: string; percentage: number }
export type DayRows = { campuses: CampusDay[]; missing: MissingRegister[]; absent: Exception[]; late: Exception[]; history: DayPoint[] }

/**
 * The first `few` marks of some statuses, campus by campus. Each set of statuses has an index of its own: comparing
 * an enum is not leakproof, so that behind row-level security no index is searched by it.
 */
const marksOf = (statuses: string) => `(SELECT m.* FROM (SELECT c FROM unnest($1::uuid[]) c ORDER BY c) campuses
  CROSS JOIN LATERAL (
    SELECT r."studentId", r."campusId", r.status, r.minutes_late, r."attendance_sessionId" FROM attendance_records r
    WHERE r."organizationId" = app_organization() AND r."campusId" = c AND r.session_date = $2::date AND r."deletedAt" IS NULL AND r.status ${statuses}
      AND ($5::uuid[] IS NULL OR r."attendance_sessionId" IN (SELECT o.id FROM attendance_sessions o WHERE o."organizationId" = app_organization() AND o."classId" = ANY($5::uuid[]) AND o.session_date = $2::date))
    ORDER BY r.status LIMIT $4) m LIMIT $4)`

const exceptions = (condition: string) => `coalesce(json_agg(json_build_object('studentId', p.id, 'name', ${person('p')}, 'className', k.name, 'campusId', m."campusId", 'status', m.status, 'minutesLate', m.minutes_late,
  'startsAt', (SELECT to_char(g.starts_at, 'HH24:MI') FROM timetable_periods g WHERE g."organizationId" = app_organization() AND g.id = s."timetable_periodId"))
  ORDER BY m."campusId", k.name, p.last_name_key) FILTER (WHERE ${condition}), '[]')`

const taken = `SELECT s."classId" FROM ${noted('s."classId", s."timetable_periodId"')} WHERE s."timetable_periodId" IS NULL`

/** IN, not EXISTS or a join: it is looked up in a hash, whatever number of rows the planner expects. */
const dayText = `WITH ${due},
counted AS MATERIALIZED (
  SELECT c.id, n.* FROM campus c CROSS JOIN LATERAL (SELECT count(*)::int AS due, count(*) FILTER (WHERE k.id IN (${taken}))::int AS taken FROM year y JOIN ${homerooms}) n WHERE c.open AND c.mode = 'daily' AND c.homerooms
),
register_else AS MATERIALIZED (
  SELECT d.*, (d.class_id, coalesce(d.period_id, ${zero})) IN (SELECT s."classId", coalesce(s."timetable_periodId", ${zero}) FROM ${noted('s."classId", s."timetable_periodId"')}) AS taken FROM due_else d
),
missing AS (
  SELECT n.* FROM counted c CROSS JOIN LATERAL (
    SELECT k.id AS class_id, k.name, c.id AS "campusId", NULL::uuid AS period_id, NULL::time AS starts_at, NULL::uuid AS staff_id FROM year y JOIN ${homerooms} AND k.id NOT IN (${taken}) ORDER BY length(k.name), k.name LIMIT $4) n
  WHERE c.due > c.taken
  UNION ALL
  SELECT class_id, name, "campusId", period_id, starts_at, staff_id FROM register_else WHERE NOT taken
),
own AS MATERIALIZED (
  SELECT s."campusId", sum(s.total_enrolled)::int AS total_enrolled, sum(s.total_present)::int AS total_present, sum(s.total_absent)::int AS total_absent, sum(s.total_tardy)::int AS total_tardy
  FROM ${noted('s."classId", s."campusId", s.total_enrolled, s.total_present, s.total_absent, s.total_tardy')} WHERE s."classId" = ANY($5::uuid[]) GROUP BY 1
),
summary AS MATERIALIZED (
  SELECT h.* FROM campus_attendance_summaries h WHERE h."organizationId" = app_organization() AND h."campusId" = ANY($1::uuid[]) AND h."deletedAt" IS NULL AND $5::uuid[] IS NULL
    AND h.attendance_date <= $2::date AND h.attendance_date > $2::date - 45
)
SELECT
  (SELECT json_agg(json_build_object('id', c.id, 'name', c.name, 'mascot', c.mascot, 'isOpen', c.open, 'registersDue', coalesce(n.due, 0), 'registersTaken', coalesce(n.taken, 0),
      'enrolled', coalesce(d.total_enrolled, o.total_enrolled, 0), 'present', coalesce(d.total_present, o.total_present, 0), 'absent', coalesce(d.total_absent, o.total_absent, 0), 'late', coalesce(d.total_tardy, o.total_tardy, 0),
      'percentage', coalesce(d.attendance_percentage, round(100.0 * o.total_present / nullif(o.total_present + o.total_absent, 0), 2))::float) ORDER BY c.name)
    FROM campus c
    LEFT JOIN (SELECT * FROM counted UNION ALL SELECT "campusId", count(*)::int, count(*) FILTER (WHERE taken)::int FROM register_else GROUP BY 1) n ON n.id = c.id
    LEFT JOIN summary d ON d."campusId" = c.id AND d.attendance_date = $2::date
    LEFT JOIN own o ON o."campusId" = c.id) AS campuses,
  (SELECT coalesce(json_agg(json_build_object('classId', r.class_id, 'className', r.name, 'teacher', ${person('t')}, 'campusId', r."campusId", 'periodId', r.period_id, 'startsAt', to_char(r.starts_at, 'HH24:MI'))
      ORDER BY r.starts_at NULLS FIRST, length(r.name), r.name), '[]')
    FROM (SELECT * FROM missing ORDER BY starts_at NULLS FIRST, length(name), name LIMIT $4) r
    JOIN classes k ON k."organizationId" = app_organization() AND k.id = r.class_id ${teacherOf('r')}) AS missing,
  e.absent, e.late,
  (SELECT coalesce(json_agg(json_build_object('campusId', h."campusId", 'date', h.attendance_date, 'percentage', h.attendance_percentage::float) ORDER BY h.attendance_date, h."campusId"), '[]')
    FROM summary h WHERE h.total_present + h.total_absent > 0) AS history
FROM (
  SELECT ${exceptions(`m.status <> 'late'`)} AS absent, ${exceptions(`m.status = 'late'`)} AS late
  FROM (${marksOf("IN ('absent_unexcused', 'absent_excused', 'suspended')")} UNION ALL ${marksOf("= 'late'")}) m
  JOIN students p ON p."organizationId" = app_organization() AND p.id = m."studentId"
  JOIN attendance_sessions s ON s."organizationId" = app_organization() AND s.id = m."attendance_sessionId"
  JOIN classes k ON k."organizationId" = app_organization() AND k.id = s."classId") e`

/**
 * Everything a director's day shows, in one statement: campuses, registers that are missing, who is absent
 * or late (the first `few`), and the last weeks. `classIds` bounds it to one's own classes, without the weeks of whole campuses.
 */
export async function readDay(db: TenantDb, { campuses, date, few, classIds }: DayAsked & { few: number }): Promise<DayRows> {
  const [row] = await tenantSql<DayRows>(db, 'attendance-day', dayText, [...placesOf(campuses, date), few, classIds])
  return row as DayRows
}

export type RegisterRow = {
  classId: string; className: string; campusId: string; teacher: string | null; periodId: string | null; startsAt: string | null; taken: boolean
  enrolled: number; present: number; absent: number; late: number
}

const registersText = `WITH ${due},
-- Grouped, not joined: the planner expects one row of each side and would compare every pair.
register AS (
  SELECT class_id, period_id, max(name) AS name, (array_agg("campusId") FILTER (WHERE "campusId" IS NOT NULL))[1] AS "campusId", (array_agg(staff_id) FILTER (WHERE staff_id IS NOT NULL))[1] AS staff_id, max(starts_at) AS starts_at, bool_or(taken) AS taken,
    max(total_enrolled) AS total_enrolled, max(total_present) AS total_present, max(total_absent) AS total_absent, max(total_tardy) AS total_tardy
  FROM (
    SELECT class_id, period_id, name, "campusId", staff_id, starts_at, false AS taken, NULL::int AS total_enrolled, NULL::int AS total_present, NULL::int AS total_absent, NULL::int AS total_tardy FROM due_else
    UNION ALL
    SELECT k.id, NULL, k.name, c.id, NULL, NULL, false, NULL, NULL, NULL, NULL FROM campus c CROSS JOIN year y JOIN ${homerooms} WHERE c.open AND c.mode = 'daily' AND c.homerooms
    UNION ALL
    -- Taken without being due (a day off, a class that was archived since): their marks count, so they are shown. Those that were due are named above.
    SELECT s."classId", s."timetable_periodId", NULL, s."campusId", NULL, NULL, true, s.total_enrolled, s.total_present, s.total_absent, s.total_tardy
    FROM ${noted('s."classId", s."campusId", s."timetable_periodId", s.total_enrolled, s.total_present, s.total_absent, s.total_tardy')} WHERE $5::uuid[] IS NULL OR s."classId" = ANY($5::uuid[])
  ) both_sides GROUP BY class_id, period_id
),
named AS (
  SELECT r.class_id, r.period_id, coalesce(r.name, k.name) AS name, r."campusId", coalesce(r.staff_id, p."teacherId") AS staff_id, coalesce(r.starts_at, p.starts_at) AS starts_at, r.taken, r.total_enrolled, r.total_present, r.total_absent, r.total_tardy
  FROM register r
  LEFT JOIN LATERAL (SELECT k.name FROM classes k WHERE r.name IS NULL AND k."organizationId" = app_organization() AND k.id = r.class_id LIMIT 1) k ON true
  LEFT JOIN LATERAL (SELECT p."teacherId", p.starts_at FROM timetable_periods p WHERE r.name IS NULL AND p."organizationId" = app_organization() AND p.id = r.period_id LIMIT 1) p ON true
),
page AS (
  SELECT r.*, count(*) OVER ()::int AS of_all FROM named r
  WHERE ($4::boolean IS NULL OR r.taken = $4::boolean) AND ($6::text IS NULL OR search_key(r.name) LIKE '%' || search_key($6::text) || '%')
  ORDER BY length(r.name), r.name, r.starts_at NULLS FIRST, r.class_id LIMIT $7 OFFSET $8
)
SELECT r.class_id AS "classId", r.name AS "className", r."campusId", ${person('t')} AS teacher, r.period_id AS "periodId", to_char(r.starts_at, 'HH24:MI') AS "startsAt", r.taken,
  coalesce(r.total_enrolled, 0) AS enrolled, coalesce(r.total_present, 0) AS present, coalesce(r.total_absent, 0) AS absent, coalesce(r.total_tardy, 0) AS late, r.of_all AS "ofAll"
FROM page r JOIN classes k ON k."organizationId" = app_organization() AND k.id = r.class_id ${teacherOf('r')}
ORDER BY length(r.name), r.name, r.starts_at NULLS FIRST, r.class_id`

type RegistersAsked = DayAsked & { taken: boolean | null; search: string | null; size: number; skip: number }

/** Registers due on a day, taken or not, and whatever else was taken; `classIds` bounds them to one's own. */
export async function readRegisters(db: TenantDb, asked: RegistersAsked): Promise<{ rows: RegisterRow[]; total: number }> {
  const rows = await tenantSql<RegisterRow & { ofAll: number }>(db, 'attendance-registers', registersText, [
    ...placesOf(asked.campuses, asked.date), asked.taken, asked.classIds, asked.search, asked.size, asked.skip,
  ])
  return { rows, total: rows[0]?.ofAll ?? 0 }
}
