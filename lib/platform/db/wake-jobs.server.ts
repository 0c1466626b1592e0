import 'server-only'
import { transactionSql } from './sql.server'
import type { TenantDb } from './tenant.server'

const wake = `UPDATE pgboss.job SET start_after = now() WHERE name = $1 AND state = 'created' AND start_after > now() AND data->>'organizationId' = $2`

/** What waits for later of one organization is due now, if the transaction commits. The queue knows no tenant: it is pg-boss's own table. */
export const wakeJobs = (tx: TenantDb, queue: string, organizationId: string): Promise<unknown[]> => transactionSql(tx, wake, [queue, organizationId])
