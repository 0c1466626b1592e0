import 'server-only'
import { tenantSql } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import type { DayRule } from './day-rule'

export type LetterChange = { before: string; after: string; days: number }

const changesText = `
SELECT before, after, count(*)::int AS days FROM (
  SELECT substr(m.days, extract(day FROM s.session_date)::int, 1) AS before,
    attendance_letter($4::enum_campus_attendance_config_day_rule, $5::int, $6::int, s.counted, s.absent, s.excused, s.late) AS after
  FROM (
    SELECT r."studentId", r.session_date, count(r.standing) AS counted, count(*) FILTER (WHERE r.standing = 'excused') AS excused, count(*) FILTER (WHERE r.standing = 'late') AS late,
      count(*) FILTER (WHERE r.standing = 'absent' OR r.standing = 'late' AND r.minutes_late > $7::int) AS absent
    FROM attendance_records r
    WHERE r."organizationId" = app_organization() AND r."campusId" = $1::uuid AND r.session_date BETWEEN $2::date AND $3::date AND r."deletedAt" IS NULL GROUP BY 1, 2
  ) s JOIN student_attendance_months m ON m."organizationId" = app_organization() AND m."studentId" = s."studentId" AND m."campusId" = $1::uuid AND m.month = date_trunc('month', s.session_date)::date
) day WHERE before <> after GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`

/** How many days of students would be another under a rule. SQL, because every mark of a term is looked at before anything is changed. */
export const countChanges = (db: TenantDb, { campusId, from, to, rule }: { campusId: string; from: string; to: string; rule: DayRule }) =>
  tenantSql<LetterChange>(db, 'recount-preview', changesText, [campusId, from, to, rule.dayRule, rule.halfDayPercent, rule.wholeDayPercent, rule.missedAfterMinutes])
