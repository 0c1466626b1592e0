import 'server-only'
import { tenantSql } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { sumFrom, type Minor } from '@/lib/platform/money'

/** What of these payments was put to invoices. SQL, because it counts invoices of campuses beyond one's reach as well: what settled them is no credit. */
export async function sumPut(db: TenantDb, paymentIds: readonly string[]): Promise<Minor> {
  const [row] = await tenantSql<{ amount: string }>(db, 'billing-put', `SELECT coalesce(sum(amount), 0)::text AS amount FROM payment_allocations WHERE "organizationId" = app_organization() AND "paymentId" = ANY($1::uuid[])`, [paymentIds])
  return sumFrom(row?.amount ?? '0')
}
