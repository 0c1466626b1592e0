import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { needEnv } from '@/lib/platform/env'
import { PrismaClient } from './generated/client'
import { FencedPool } from './pool.server'

/** Columns that no reader of people's data may see, filter by or write: only the gate works with them. */
export const secrets = {
  user: { password: true },
  authRefreshToken: { tokenHash: true },
  oneTimeToken: { tokenHash: true },
} as const

const statementNames = new Map<string, string>()

/** Prisma's texts are few and repeat: the server prepares each once a connection. A list of many ids makes a text of its own each time. */
function statementName(sql: string): string | undefined {
  const known = statementNames.get(sql)
  if (known || statementNames.size >= 500 || sql.includes('$64')) return known
  const name = `p${statementNames.size}`
  statementNames.set(sql, name)
  return name
}

function connect() {
  const pool = new FencedPool({ connectionString: needEnv('APP_DATABASE_URL'), max: 10 })
  const adapter = new PrismaPg(pool as unknown as pg.Pool, { statementNameGenerator: ({ sql }) => statementName(sql) as string })
  return {
    pool,
    /** For COPY and cursors, which a pipelined connection refuses. */
    plainPool: new pg.Pool({ connectionString: needEnv('APP_DATABASE_URL'), max: 4 }).on('error', () => undefined),
    prisma: new PrismaClient({ adapter, omit: secrets }),
  }
}

type Database = ReturnType<typeof connect>
const kept = globalThis as { homeroomDatabase?: Database }

/** The one raw client of this process. Nothing outside this folder imports it. */
export const database = (): Database => (kept.homeroomDatabase ??= connect())
