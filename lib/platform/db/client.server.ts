import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { needEnv } from '@/lib/platform/env'
import { PrismaClient } from './generated/client'
import { FencedPool, heedBreaks } from './pool.server'

/** Columns that no reader of people's data may see, filter by or write: only the gate works with them. */
export const secrets = {
  user: { password: true },
  authRefreshToken: { tokenHash: true },
  oneTimeToken: { tokenHash: true },
  secondFactor: { secret: true },
  recoveryCode: { codeHash: true },
} as const

const statementNames = new Map<string, string>()

/** How many begin so (`beginsWith`): a plan for any beginning walks all rows until it has a thousand, 9 ms where a plan for this one takes 2. */
const countsFound = (sql: string) => sql.startsWith('SELECT COUNT') && sql.includes('_key" >= $')

/** Prisma's texts are few and repeat: the server prepares each once a connection. A list of many ids makes a text of its own each time. */
function statementName(sql: string): string | undefined {
  const known = statementNames.get(sql)
  if (known || statementNames.size >= 500 || sql.includes('$64') || countsFound(sql)) return known
  const name = `p${statementNames.size}`
  statementNames.set(sql, name)
  return name
}

/**
 * Nobody waits for ever: not for a statement, not for a lock, not for a connection; and whoever holds a transaction and
 * says nothing loses it. Milliseconds.
 */
const patience = { statement_timeout: 15_000, lock_timeout: 4_000, idle_in_transaction_session_timeout: 20_000, connectionTimeoutMillis: 8_000 }
/** Imports and exports work longer at one statement. */
const longPatience = { statement_timeout: 900_000, lock_timeout: 30_000, idle_in_transaction_session_timeout: 120_000, connectionTimeoutMillis: 15_000 }

function connect() {
  const connectionString = needEnv('APP_DATABASE_URL')
  const pool = new FencedPool({ connectionString, max: 10, ...patience }, { share: 6, wait: 5_000 })
  const adapter = new PrismaPg(pool as unknown as pg.Pool, { statementNameGenerator: ({ sql }) => statementName(sql) as string })
  return {
    pool,
    /** For COPY and cursors, which a pipelined connection refuses. */
    plainPool: heedBreaks(new pg.Pool({ connectionString, max: 4, ...longPatience })),
    /** For the question whether the database answers, however busy the others are. */
    healthPool: heedBreaks(new pg.Pool({ connectionString, max: 1, statement_timeout: 2_000, connectionTimeoutMillis: 2_000 })),
    prisma: new PrismaClient({ adapter, omit: secrets }),
  }
}

type Database = ReturnType<typeof connect>
const kept = globalThis as { homeroomDatabase?: Database }

/** The one raw client of this process. Nothing outside this folder imports it. */
export const database = (): Database => (kept.homeroomDatabase ??= connect())
