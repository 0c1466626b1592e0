import 'server-only'
import { tenantSql } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import type { PlainDate } from '@/lib/platform/time'
import type { ZoneCount } from './check-in'

const text = `
WITH chosen AS (
  SELECT p."campusId", (date_trunc('week', (p.metadata->>'date')::date))::date AS week, p."userId", p.value AS zone, count(*) AS times, max(p."createdAt") AS latest
  FROM user_progress p
  WHERE p."organizationId" = app_organization() AND p."deletedAt" IS NULL AND p.progress_type = 'check_in' AND p."campusId" = ANY($1::uuid[]) AND p.metadata->>'date' >= $2 AND p.metadata->>'date' < $3
  GROUP BY 1, 2, 3, 4
), one AS (
  SELECT DISTINCT ON ("campusId", week, "userId") "campusId", week, zone FROM chosen ORDER BY "campusId", week, "userId", times DESC, latest DESC
)
SELECT "campusId", to_char(week, 'YYYY-MM-DD') AS week, zone, count(*)::int AS people FROM one GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`

/**
 * People by campus, week and colour: each counts once a week, with the colour they chose most often. SQL, because a check-in is its
 * person's alone: the tenant's client shows nobody another's row, and this adds them up without showing any.
 */
export const countZones = (db: TenantDb, { campusIds, from, before }: { campusIds: readonly string[]; from: PlainDate; before: PlainDate }) =>
  tenantSql<ZoneCount>(db, 'zone-weeks', text, [campusIds, from, before])
