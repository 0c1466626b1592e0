import 'server-only'
import type { PoolClient, QueryResultRow } from 'pg'
import { database } from './client.server'
import { FenceError, type Tenant } from './fence.server'
import { committed } from './pool.server'
import { opening, scopes } from './scope.server'
import { rawBehind, type TenantDb } from './tenant.server'

/** Runs one SQL text with numbered parameters and returns its rows. */
export type Sql = <Row extends QueryResultRow = QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>

function tenantBehind(db: TenantDb): Tenant {
  const behind = rawBehind.get(db)
  if (!behind) throw new FenceError('SQL without a tenant')
  if (behind.transaction) throw new FenceError('SQL of its own connection inside a Prisma transaction')
  return behind.tenant
}

/** The tenant behind a client: who asks and how far they see, for statements that must say so themselves. */
export const tenantOf = (db: TenantDb): Tenant => {
  const behind = rawBehind.get(db)
  if (!behind) throw new FenceError('SQL without a tenant')
  return behind.tenant
}

/**
 * One statement in the tenant's own transaction, sent in a single round trip. The name makes it prepared once a connection.
 * Row-level security bounds it to the organization, not to a reach: that the statement or its caller sees to.
 */
export async function tenantSql<Row extends QueryResultRow>(db: TenantDb, name: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const { organizationId } = tenantBehind(db)
  const { rows } = await scopes.run({ organizationId }, () => database().pool.query({ name, text, values }))
  return rows as Row[]
}

/** Several statements, all or nothing, on a connection that also takes COPY and cursors. */
export async function tenantTransaction<T>({ db }: { db: TenantDb }, run: (sql: Sql, client: PoolClient) => Promise<T>): Promise<T> {
  const { organizationId } = tenantBehind(db)
  const client = await database().plainPool.connect()
  let broken: Error | undefined
  try {
    await client.query(opening({ organizationId }))
    const sql: Sql = async (text, values) => (await client.query(text, values)).rows
    const done = await run(sql, client)
    committed(await client.query('COMMIT'))
    return done
  } catch (error) {
    await client.query('ROLLBACK').catch((lost: Error) => (broken = lost))
    throw error
  } finally {
    client.release(broken)
  }
}

/** A statement inside the Prisma transaction that is open: for libraries that bring their own SQL. */
export async function transactionSql(tx: TenantDb, text: string, values: unknown[] = []): Promise<unknown[]> {
  const transaction = rawBehind.get(tx)?.transaction as { $queryRawUnsafe: (text: string, ...values: unknown[]) => Promise<unknown[]> } | null | undefined
  if (!transaction) throw new FenceError('joining a transaction that is not open')
  return transaction.$queryRawUnsafe(text, ...values)
}

/**
 * Takes rows for the rest of a transaction, in one order for everybody: what is read of them now holds until it ends. Whole, also whoever
 * hangs something new on them waits, and whoever has begun to is waited for.
 */
export async function hold(tx: TenantDb, table: string, ids: readonly string[], { whole = false } = {}): Promise<void> {
  if (!/^[a-z_]+$/.test(table)) throw new FenceError(`holding rows of ${table}`)
  await transactionSql(tx, `SELECT id FROM ${table} WHERE "organizationId" = app_organization() AND id = ANY($1::uuid[]) ORDER BY id FOR ${whole ? 'UPDATE' : 'NO KEY UPDATE'}`, [[...ids]])
}
