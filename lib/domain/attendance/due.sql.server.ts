import 'server-only'
import { tenantOf, tenantSql } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import type { PlainDate } from '@/lib/platform/time'
import { seatsOn } from './register.sql.server'
import type { CampusClock } from './school-day'

/** Registers that are due at a campus, how many of them were taken, and the first that were not, by class or by period. */
export type DueCount = { campusId: string; due: number; taken: number; missing: string[] }
/** Of registers of the whole day also how many students nobody has marked because theirs is missing. */
export type ClassesDueCount = DueCount & { unmarked: number }
/** All classes whose register of the whole day is due at a campus, and those of them where it is missing. */
export type ClassesDue = { campusId: string; classes: string[]; missing: string[] }

const ownClasses = (db: TenantDb) => {
  const { reach } = tenantOf(db)
  return reach.kind === 'class' ? reach.classIds : null
}

/** A class meets between its own days, if it has any; one without a student has nobody to mark: `OFFSET 0` keeps that a question a class. As a join, PostgreSQL took 36 s where it expected few seats and found 100,000. */
const meets = (day: string) => `(k.status IN ('active', 'completed') OR k.status = 'planned' AND k.starts_on <= ${day}) AND coalesce(k.starts_on <= ${day}, true) AND coalesce(k.ends_on >= ${day}, true)`

/** Classes that meet on a day, of homerooms where a campus has any, and of each whether its register was taken. The state is compared as text: the index of taken registers then answers alone, in 0.5 ms instead of 2.6 for 4,000. */
const keptText = `
WITH kept AS MATERIALIZED (
  SELECT k.id, k.name, k."campusId", k.class_type = 'homeroom' AS is_homeroom,
    k.id IN (
      SELECT s."classId" FROM attendance_sessions s
      WHERE s."organizationId" = app_organization() AND s."campusId" = ANY($1::uuid[]) AND s.session_date = $2::date AND s."timetable_periodId" IS NULL AND s."deletedAt" IS NULL AND s.state::text <> 'cancelled'
    ) AS taken
  FROM classes k
  WHERE k."organizationId" = app_organization() AND k."campusId" = ANY($1::uuid[]) AND k."academic_yearId" = ANY($3::uuid[]) AND k."deletedAt" IS NULL AND ${meets('$2::date')}
    AND ($4::uuid[] IS NULL OR k.id = ANY($4::uuid[]))
), asked AS (SELECT k.* FROM kept k WHERE k.is_homeroom OR k."campusId" NOT IN (SELECT h."campusId" FROM kept h WHERE h.is_homeroom))`

const countText = `${keptText}
SELECT k."campusId", count(*)::int AS due, count(*) FILTER (WHERE k.taken)::int AS taken, coalesce(sum(k.seats), 0)::int AS unmarked,
  coalesce((array_agg(k.id ORDER BY k.untaken, k.id) FILTER (WHERE NOT k.taken))[1:$5::int], '{}') AS missing
FROM (
  SELECT k.id, k."campusId", k.taken, CASE WHEN NOT k.taken THEN k.name END AS untaken, CASE WHEN NOT k.taken THEN (SELECT count(*) FROM ${seatsOn('k.id', '$2::date')}) END AS seats FROM asked k
) k WHERE k.taken OR k.seats > 0 GROUP BY 1`

const listText = `${keptText}
SELECT k."campusId", array_agg(k.id) AS classes, coalesce(array_agg(k.id) FILTER (WHERE NOT k.taken), '{}') AS missing
FROM asked k WHERE k.taken OR EXISTS (SELECT FROM ${seatsOn('k.id', '$2::date')} OFFSET 0) GROUP BY 1`

type ClassesAsked = { campusIds: readonly string[]; yearIds: readonly string[]; date: PlainDate }

/**
 * Registers of the whole day: of homerooms where a campus has any, else of every class; one that was taken needs nobody asked after. SQL, because a day counts thousands of classes against
 * thousands of registers: Prisma says it with a NOT EXISTS for each of them, which took 350 ms instead of 5 at 100,000 students. Of those that are missing the first few are named, and only
 * their names are put in order: naming and ordering all 4,000 classes took 14 ms of a dashboard instead of 5.
 */
export const countClassesDue = (db: TenantDb, { campusIds, yearIds, date, few }: ClassesAsked & { few: number }) =>
  tenantSql<ClassesDueCount>(db, 'classes-due-count', countText, [campusIds, date, yearIds, ownClasses(db), few])

/** The same, class by class. */
export const listClassesDue = (db: TenantDb, { campusIds, yearIds, date }: ClassesAsked) =>
  tenantSql<ClassesDue>(db, 'classes-due', listText, [campusIds, date, yearIds, ownClasses(db)])

const lessonText = `
SELECT p."campusId", count(*)::int AS due, count(*) FILTER (WHERE p.taken)::int AS taken, coalesce(array_agg(p.id ORDER BY p.starts_at, p.name, p.id) FILTER (WHERE NOT p.taken), '{}') AS missing
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
