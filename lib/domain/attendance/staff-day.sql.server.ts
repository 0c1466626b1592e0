import 'server-only'
import { tenantSql } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import type { PlainDate } from '@/lib/platform/time'
import type { SheetCounts } from './staff-day'

const countText = `
SELECT count(*)::int AS all, count(*) FILTER (WHERE r.status NOT IN ('absent', 'absent_excused'))::int AS here, count(*) FILTER (WHERE r.status = 'late')::int AS late,
  count(*) FILTER (WHERE r.status IN ('absent', 'absent_excused'))::int AS away, count(*) FILTER (WHERE r.status IS NULL)::int AS open
FROM staff f LEFT JOIN (
  SELECT m."staffId", m.status FROM staff_attendance_records m WHERE m."organizationId" = app_organization() AND m.attendance_date = $2::date AND m."deletedAt" IS NULL OFFSET 0
) r ON r."staffId" = f.id
WHERE f."organizationId" = app_organization() AND f."campusId" = ANY($1::uuid[]) AND f."deletedAt" IS NULL AND coalesce(f.hire_date <= $2::date, true)
  AND CASE WHEN f.status IN ('active', 'on_leave') THEN coalesce(f.end_date >= $2::date, true) WHEN f.status = 'ended' THEN f.end_date >= $2::date WHEN f.status = 'expected' THEN f.end_date >= $2::date OR f.hire_date <= $2::date ELSE false END`

/**
 * Whoever works at some campuses on a day, by what was said of them. SQL, because it counts thousands for one line of a dashboard: read as rows they took 10 ms
 * of it at 4,000 people, and counted by Prisma, which compares each row's status as a text that is cast anew, 5.
 */
export async function countStaffSheet(db: TenantDb, campusIds: readonly string[], date: PlainDate): Promise<SheetCounts> {
  const [row] = await tenantSql<SheetCounts>(db, 'staff-sheet-count', countText, [campusIds, date])
  return row ?? { all: 0, here: 0, late: 0, away: 0, open: 0 }
}
