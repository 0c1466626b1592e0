import 'server-only'
import { tenantSql } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import type { PlainDate } from '@/lib/platform/time'

export type Taken = { kind: 'checkIns' | 'signs' | 'personality'; week: PlainDate | null; people: number }

const text = `
SELECT 'checkIns' AS kind, to_char(date_trunc('week', (metadata->>'date')::date), 'YYYY-MM-DD') AS week, count(DISTINCT "userId")::int AS people
FROM user_progress
WHERE "organizationId" = app_organization() AND "campusId" = $1 AND progress_type = 'check_in' AND metadata->>'date' >= $2 AND metadata->>'date' < $3
GROUP BY 2
UNION ALL
SELECT 'signs', NULL, count(DISTINCT "userId")::int FROM user_progress
WHERE "organizationId" = app_organization() AND "campusId" = $1 AND progress_type = 'sign' AND coalesce(metadata->>'begun', to_char("createdAt", 'YYYY-MM-DD')) < $3
UNION ALL
SELECT 'personality', NULL, count(DISTINCT "userId")::int FROM personality_quiz_results
WHERE "organizationId" = app_organization() AND "campusId" = $1 AND completed_at < $4
ORDER BY 1, 2`

/**
 * How many people of a campus took part before a moment. SQL, because each of these rows is its person's alone: the tenant's
 * client shows nobody another's, and this counts them without showing any. Removed rows count: whoever begins anew or
 * withdraws must not be seen as a number that changes.
 */
export const countTaken = (db: TenantDb, { campusId, from, before, moment }: { campusId: string; from: PlainDate; before: PlainDate; moment: Date }) =>
  tenantSql<Taken>(db, 'development-taken', text, [campusId, from, before, moment])
