import 'server-only'
import type { QueryResultRow } from 'pg'
import { database } from './client.server'
import { FenceError } from './fence.server'
import type { PrismaClient } from './generated/client'
import { scopes } from './scope.server'

type GateModels = 'user' | 'role' | 'organization' | 'authRefreshToken' | 'oneTimeToken' | 'mail' | 'secondFactor' | 'recoveryCode' | 'supportGrant'
type Gate = Pick<PrismaClient, GateModels>
const allowed = new Set(['User', 'Role', 'Organization', 'AuthRefreshToken', 'OneTimeToken', 'Mail', 'SecondFactor', 'RecoveryCode', 'SupportGrant'])

let opened: Gate | undefined

/**
 * Prisma outside of any organization, for finding out who asks: accounts and their tokens only.
 * Row-level security lets it read roles and organizations and nothing else.
 */
export function gate(): Gate {
  return (opened ??= database().prisma.$extends({
    name: 'gate',
    query: {
      $allOperations: ({ model, operation, args, query }) => {
        if (!model || !allowed.has(model) || operation.startsWith('findUnique')) throw new FenceError(`${operation} on ${model} at the gate`)
        return scopes.run({ gate: true }, () => query(args as never).then((rows: unknown) => rows))
      },
    },
  }) as unknown as Gate)
}

type GateFunction = 'context_of' | 'session_of' | 'accounts_of' | 'refresh_session' | 'end_sessions' | 'give_token' | 'token_of' | 'set_password_by' | 'confirm_email_by' | 'found_organization' | 'renew_codes'

/** Calls one of the gate's SQL functions, which open their own scope. One value comes as `answer`. */
export async function gateCall<Row extends QueryResultRow>(name: GateFunction, ...values: unknown[]): Promise<Row[]> {
  const text = `SELECT answer.* FROM ${name}(${values.map((_, i) => `$${i + 1}`).join(', ')}) AS answer`
  const { rows } = await database().pool.query({ name, text, values })
  return rows as Row[]
}

/** Whether the database answers. */
export const isDatabaseUp = () => database().healthPool.query('SELECT 1').then(() => true, () => false)

/** The raw pool, for the rate limiter's library, which brings its own SQL for its own table. */
export const limiterPool = () => database().plainPool
