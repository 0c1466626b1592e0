import 'server-only'
import { tenantOf, tenantSql } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import type { PlainDate } from '@/lib/platform/time'
import { seatsOn } from './register.sql.server'
import type { CampusClock } from './school-day'

/** Registers that are due at a campus, how many of them were taken, and which were not, by class or by period; and the classes of registers of the whole day. */
export type DueCount = { campusId: string; due: number; taken: number; missing: string[]; classes: string[] }

const ownClasses = (db: TenantDb) => {
  const { reach } = tenantOf(db)
  return reach.kind === 'class' ? reach.classIds : null
}

/** A class meets between its own days, if it has any; one without a student has nobody to mark: `OFFSET 0` keeps that a question a class. As a join, PostgreSQL took 36 s where it expected few seats and found 100,000. */
const meets = (day: string) => `(k.status IN ('active', 'completed') OR k.status = 'planned' AND k.starts_on <= ${day}) AND coalesce(k.starts_on <= ${day}, true) AND coalesce(k.ends_on >= ${day}, true)`

const classText = `
WITH kept AS MATERIALIZED (
  SELECT k.id, k.name, k."campusId", k.class_type, bool_or(k.class_type = 'homeroom') OVER (PARTITION BY k."campusId") AS has_homerooms,
    k.id IN (
      SELECT s."classId" FROM attendance_sessions s
      WHERE s."organizationId" = app_organization() AND s."campusId" = ANY($1::uuid[]) AND s.session_date = $2::date AND s."timetable_periodId" IS NULL AND s."deletedAt" IS NULL AND s.state <> 'cancelled'
    ) AS taken
  FROM classes k
  WHERE k."organizationId" = app_organization() AND k."campusId" = ANY($1::uuid[]) AND k."academic_yearId" = ANY($3::uuid[]) AND k."deletedAt" IS NULL AND ${meets('$2::date')}
    AND ($4::uuid[] IS NULL OR k.id = ANY($4::uuid[]))
)
SELECT k."campusId", count(*)::int AS due, count(*) FILTER (WHERE k.taken)::int AS taken, array_agg(k.id) AS classes,
  coalesce(array_agg(k.id ORDER BY k.name, k.id) FILTER (WHERE NOT k.taken), '{}') AS missing
FROM kept k WHERE (k.class_type = 'homeroom' OR NOT k.has_homerooms) AND (k.taken OR EXISTS (SELECT FROM ${seatsOn('k.id', '$2::date')} OFFSET 0)) GROUP BY 1`

/**
 * Registers of the whole day: of homerooms where a campus has any, else of every class; one that was taken needs nobody asked after. SQL, because a day counts thousands of classes against
 * thousands of registers: Prisma says it with a NOT EXISTS for each of them, which took 350 ms instead of 5 at 100,000 students.
 */
export const countClassesDue = (db: TenantDb, { campusIds, yearIds, date }: { campusIds: readonly string[]; yearIds: readonly string[]; date: PlainDate }) =>
  tenantSql<DueCount>(db, 'classes-due', classText, [campusIds, date, yearIds, ownClasses(db)])

const lessonText = `
SELECT p."campusId", count(*)::int AS due, count(*) FILTER (WHERE p.taken)::int AS taken, coalesce(array_agg(p.id ORDER BY p.starts_at, p.name, p.id) FILTER (WHERE NOT p.taken), '{}') AS missing, '{}'::uuid[] AS classes
FROM (
  SELECT p.id, p.starts_at, p."campusId", k.name,
    p.id IN (
      SELECT s."timetable_periodId" FROM attendance_sessions s
      WHERE s."organizationId" = app_organization() AND s."campusId" = ANY($1::uuid[]) AND s.session_date = $2::date AND s."timetable_periodId" IS NOT NULL AND s."deletedAt" IS NULL AND s.state <> 'cancelled'
    ) AS taken
  FROM unnest($1::uuid[], $5::timestamp[]) clock (id, now)
  JOIN timetable_periods p ON p."organizationId" = app_organization() AND p."campusId" = clock.id AND $2::date + p.starts_at <= clock.now
  JOIN classes k ON k."organizationId" = app_organization() AND k.id = p."classId" AND k."academic_yearId" = ANY($3::uuid[]) AND k."deletedAt" IS NULL AND ${meets('$2::date')} AND EXISTS (SELECT FROM ${seatsOn('k.id', '$2::date')} OFFSET 0)
  WHERE p."deletedAt" IS NULL AND p.published AND p.day_of_week = (ARRAY['monday','tuesday','wednesday','thursday','friday','saturday','sunday'])[extract(isodow FROM $2::date)::int]::enum_timetable_periods_day_of_week
    AND p.effective_from <= $2::date AND (p.effective_to IS NULL OR p.effective_to >= $2::date) AND ($4::uuid[] IS NULL OR k.id = ANY($4::uuid[]))
) p GROUP BY 1`

/** Registers of lessons that have begun by the clock of their campus. SQL for the same reason. */
export const countLessonsDue = (db: TenantDb, { clocks, yearIds, date }: { clocks: readonly CampusClock[]; yearIds: readonly string[]; date: PlainDate }) =>
  tenantSql<DueCount>(db, 'lessons-due', lessonText, [clocks.map(({ id }) => id), date, yearIds, ownClasses(db), clocks.map((clock) => `${clock.date} ${clock.time}`)])
