import 'server-only'
import { tenantSql } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import type { PlainDate } from '@/lib/platform/time'
import type { DayLetter } from './day-rule'

const ruledText = `SELECT d."campusId" FROM campus_attendance_summaries d WHERE d."organizationId" = app_organization() AND d."campusId" = ANY($1::uuid[]) AND d.attendance_date = $2::date
  AND d."deletedAt" IS NULL AND (d.day_rule <> 'any_lesson' OR d.missed_after_minutes IS NOT NULL)`

/** Campuses of which a day is not simply its gravest mark. SQL, because a role of classes sees no day of a campus, and still has to count as it does. */
export const campusesWithRule = async (db: TenantDb, campusIds: readonly string[], date: PlainDate): Promise<string[]> =>
  (await tenantSql<{ campusId: string }>(db, 'days-with-rule', ruledText, [campusIds, date])).map(({ campusId }) => campusId)

const standingText = `SELECT m."studentId" FROM student_attendance_months m WHERE m."organizationId" = app_organization() AND m."campusId" = ANY($1::uuid[]) AND m.month = date_trunc('month', $2::date)::date
  AND substr(m.days, extract(day FROM $2::date)::int, 1) = ANY($3::text[])`

/** Students whose day is one of some letters. SQL, because Prisma cannot ask for a letter of a text. */
export const studentsOfLetters = async (db: TenantDb, campusIds: readonly string[], date: PlainDate, letters: readonly DayLetter[]): Promise<string[]> =>
  (await tenantSql<{ studentId: string }>(db, 'students-of-letters', standingText, [campusIds, date, letters])).map(({ studentId }) => studentId)
