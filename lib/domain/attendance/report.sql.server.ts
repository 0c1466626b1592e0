import 'server-only'
import { tenantSql } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import type { PlainDate } from '@/lib/platform/time'
import type { HeatCell, Sums } from './report'

export type Asked = { campusIds: readonly string[]; from: PlainDate; to: PlainDate; gradeId: string | null; classId: string | null }
const valuesOf = ({ campusIds, from, to, gradeId, classId }: Asked) => [campusIds, from, to, gradeId, classId]

/** Days of a letter in a month's row, as far as they lie between $2 and $3; whole months have them counted. */
const days = (letter: string, column: string) => `sum(CASE WHEN m.month >= $2::date AND m.month + interval '1 month' <= $3::date + 1 THEN m.${column} ELSE length(part.days) - length(replace(part.days, '${letter}', '')) END)::int AS ${letter}`

/** Each student's days, once; and the class that was theirs on the last day, a homeroom before others. */
const perStudent = `
WITH day AS MATERIALIZED (
  SELECT m."studentId", m."campusId", ${days('p', 'present')}, ${days('l', 'late')}, ${days('e', 'excused')}, ${days('a', 'absent')}, ${days('g', 'half_excused')}, ${days('h', 'half_absent')}
  FROM student_attendance_months m CROSS JOIN LATERAL (SELECT substr(m.days, greatest(1, $2::date - m.month + 1), greatest(0, least(31, $3::date - m.month + 1) - greatest(1, $2::date - m.month + 1) + 1)) AS days OFFSET 0) part
  WHERE m."organizationId" = app_organization() AND m."campusId" = ANY($1::uuid[]) AND m.month BETWEEN date_trunc('month', $2::date)::date AND $3::date GROUP BY 1, 2
), minutes AS (
  SELECT r."studentId", r."campusId", sum(r.minutes_late)::int AS late FROM attendance_records r
  WHERE r."organizationId" = app_organization() AND r."campusId" = ANY($1::uuid[]) AND r.session_date BETWEEN $2::date AND $3::date AND r.standing = 'late' AND r."deletedAt" IS NULL GROUP BY 1, 2
), seat AS MATERIALIZED (
  SELECT DISTINCT ON (e."studentId") e."studentId", k.id AS "classId", k.name AS "className", k."gradeId" FROM class_enrollments e JOIN classes k ON k."organizationId" = app_organization() AND k.id = e."classId"
  WHERE e."organizationId" = app_organization() AND k."campusId" = ANY($1::uuid[]) AND k."deletedAt" IS NULL AND e."deletedAt" IS NULL AND e.enrolled_on <= $3::date AND coalesce(e.ended_on >= $2::date, true)
    AND e.status NOT IN ('pending', 'waitlisted', 'cancelled', 'no_show') AND ($5::uuid IS NULL OR k.id = $5::uuid)
  ORDER BY e."studentId", k.class_type = 'homeroom' DESC, coalesce(e.ended_on, 'infinity'::date) DESC, e.enrolled_on DESC, k.name, k.id
), student AS MATERIALIZED (
  SELECT day.*, coalesce(minutes.late, 0) AS "lateMinutes", seat."classId", seat."className", seat."gradeId" FROM day LEFT JOIN minutes USING ("studentId", "campusId") LEFT JOIN seat USING ("studentId")
  WHERE p + l + e + a + g + h > 0 AND ($4::uuid IS NULL OR seat."gradeId" = $4::uuid) AND ($5::uuid IS NULL OR seat."classId" = $5::uuid)
)`
const missed = '(e + a + (g + h) / 2.0)'
const chronic = `${missed} > 0 AND ${missed} * 10 >= p + l + e + a + g + h`
const sums = `sum(p)::int AS p, sum(l)::int AS l, sum(e)::int AS e, sum(a)::int AS a, sum(g)::int AS g, sum(h)::int AS h, count(*)::int AS students, (count(*) FILTER (WHERE ${chronic}))::int AS chronic, sum("lateMinutes")::int AS "lateMinutes"`

const groups = { class: '"classId"', grade: '"gradeId"', campus: '"campusId"' } as const
export type GroupSums = Sums & { key: string | null }

/** Sums by class, grade or campus. SQL, because a year of a large campus is tens of thousands of rows of letters: 7,000 students over 180 days take 0.2 s. */
export const sumBy = (db: TenantDb, by: keyof typeof groups, asked: Asked) => tenantSql<GroupSums>(db, `attendance-by-${by}`, `${perStudent} SELECT ${groups[by]} AS key, ${sums} FROM student GROUP BY 1`, valuesOf(asked))

export type StudentSums = Sums & { key: string; name: string; className: string | null }
// First those who missed most, then their names: looked up for all, they would cost more than the sums.
const studentsText = `${perStudent}, most AS (SELECT * FROM student WHERE NOT $6::boolean OR ${chronic} ORDER BY ${missed} / (p + l + e + a + g + h) DESC, "studentId" LIMIT $7::int)
  SELECT s."studentId" AS key, t.last_name || ', ' || t.first_name AS name, s."className", s.p, s.l, s.e, s.a, s.g, s.h, 1 AS students, (${chronic})::int AS chronic, s."lateMinutes"
  FROM most s CROSS JOIN LATERAL (SELECT t.* FROM students t WHERE t."organizationId" = app_organization() AND t.id = s."studentId" LIMIT 1) t ORDER BY ${missed} / (p + l + e + a + g + h) DESC, t.last_name_key, t.first_name_key, t.id`

/** Students by the share of days they missed, most first. SQL for the same reason. */
export const sumStudents = (db: TenantDb, asked: Asked, { chronicOnly, most }: { chronicOnly: boolean; most: number }) => tenantSql<StudentSums>(db, 'attendance-by-student', studentsText, [...valuesOf(asked), chronicOnly, most])

const daysText = `${perStudent} SELECT (m.month + n)::text AS key, ${['p', 'l', 'e', 'a', 'g', 'h'].map((letter) => `(count(*) FILTER (WHERE substr(m.days, n + 1, 1) = '${letter}'))::int AS ${letter}`).join(', ')}, count(*)::int AS students, 0 AS chronic, 0 AS "lateMinutes"
  FROM student s JOIN student_attendance_months m ON m."organizationId" = app_organization() AND m."studentId" = s."studentId" AND m."campusId" = s."campusId" AND m.month BETWEEN date_trunc('month', $2::date)::date AND $3::date CROSS JOIN generate_series(0, 30) n
  WHERE m.month + n BETWEEN $2::date AND $3::date AND substr(m.days, n + 1, 1) <> '-' GROUP BY 1 ORDER BY 1`

/** The days of a class or a grade. SQL for the same reason: each letter of each month is looked at. */
export const sumDays = (db: TenantDb, asked: Asked) => tenantSql<Sums & { key: PlainDate }>(db, 'attendance-by-day', daysText, valuesOf(asked))

const heatText = `SELECT extract(isodow FROM s.session_date)::int AS weekday, to_char(p.starts_at, 'HH24:MI') AS "startsAt", sum(s.total_enrolled)::int AS marks, sum(s.total_absent)::int AS missed
  FROM attendance_sessions s LEFT JOIN timetable_periods p ON p."organizationId" = app_organization() AND p.id = s."timetable_periodId"
  WHERE s."organizationId" = app_organization() AND s."campusId" = ANY($1::uuid[]) AND s.session_date BETWEEN $2::date AND $3::date AND s."deletedAt" IS NULL AND s.state <> 'cancelled' GROUP BY 1, 2 ORDER BY 2, 1`

/** Weekdays and lessons, from the sums of registers. SQL, because Prisma groups by no part of a date. */
export const sumHeat = (db: TenantDb, { campusIds, from, to }: Asked) => tenantSql<HeatCell>(db, 'attendance-heat', heatText, [campusIds, from, to])
