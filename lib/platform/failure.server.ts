import 'server-only'
import { getFormatter, getTranslations } from 'next-intl/server'
import { unstable_rethrow } from 'next/navigation'
import { z } from 'zod'
import { Refusal, type Message, type RefusalCode, type Result } from './errors'
import { log } from './log.server'
import { messageOf } from './problems'
import { isPlainDate, toDate } from './time'

type Failure = Extract<Result<never>, { ok: false }>
type Named = { code: RefusalCode; message: Message; fields?: Record<string, Message>; detail?: unknown }

const coded = z.object({ code: z.string() })
/** The database's own code where Prisma has none of its own for it. */
const behindPrisma = z.object({ cause: z.object({ originalCode: z.string() }) })
const behindKnown = z.object({ meta: z.object({ driverAdapterError: behindPrisma }) })

export const databaseCode = (error: unknown): string | undefined => {
  const code = coded.safeParse(error).data?.code
  if (code && !['P2010', 'P2039'].includes(code)) return code
  return behindKnown.safeParse(error).data?.meta.driverAdapterError.cause.originalCode ?? behindPrisma.safeParse(error).data?.cause.originalCode ?? code
}

/** What the refusals of database and disk mean to a person. Codes: Prisma's P…, PostgreSQL's SQLSTATE, the system's E…. */
const ofDatabase: Record<string, Named> = {
  P2025: { code: 'not-found', message: { key: 'errors.refusals.notFound' } },
  P2003: { code: 'not-found', message: { key: 'errors.refusals.notFound' } },
  23503: { code: 'not-found', message: { key: 'errors.refusals.notFound' } },
  P2002: { code: 'conflict', message: { key: 'errors.refusals.taken' } },
  23505: { code: 'conflict', message: { key: 'errors.refusals.taken' } },
  '23P01': { code: 'conflict', message: { key: 'errors.refusals.taken' } },
  // A number or a day that no column holds: a door has let it through, and it is nobody's.
  22003: { code: 'invalid', message: { key: 'errors.refusals.invalid' } },
  22008: { code: 'invalid', message: { key: 'errors.refusals.invalid' } },
  P2020: { code: 'invalid', message: { key: 'errors.refusals.invalid' } },
  P2034: { code: 'conflict', message: { key: 'errors.refusals.busy' } },
  40001: { code: 'conflict', message: { key: 'errors.refusals.busy' } },
  '40P01': { code: 'conflict', message: { key: 'errors.refusals.busy' } },
  // Waited too long for a lock, for an answer, or for a transaction to begin or end.
  '55P03': { code: 'unavailable', message: { key: 'errors.refusals.busy' } },
  57014: { code: 'unavailable', message: { key: 'errors.refusals.busy' } },
  P2024: { code: 'unavailable', message: { key: 'errors.refusals.busy' } },
  CROWDED: { code: 'unavailable', message: { key: 'errors.refusals.crowded' } },
  P2028: { code: 'unavailable', message: { key: 'errors.refusals.busy' } },
  // The disk's own words for being full, and PostgreSQL's.
  ENOSPC: { code: 'unavailable', message: { key: 'errors.refusals.diskFull' } },
  EDQUOT: { code: 'unavailable', message: { key: 'errors.refusals.diskFull' } },
  53100: { code: 'unavailable', message: { key: 'errors.refusals.diskFull' } },
}

const away: Named = { code: 'unavailable', message: { key: 'errors.refusals.away' } }
const awayCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', '57P01', '57P02', '57P03', '53300', '08006', '08001', 'P1001', 'P1017'])
/** The driver's own errors have a text and no code. */
const awayTexts = /timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error/

const uniqueIndex = z.object({ meta: z.object({ driverAdapterError: z.object({ cause: z.object({ table: z.string(), constraint: z.object({ index: z.string() }) }) }) }) })

/** The field that must be unique and is not: its index is called `<table>_<field>_live`. */
function takenField(error: unknown): string | null {
  if (databaseCode(error) !== 'P2002') return null
  const parsed = uniqueIndex.safeParse(error)
  if (!parsed.success) return null
  const { table, constraint } = parsed.data.meta.driverAdapterError.cause
  const field = constraint.index.startsWith(`${table}_`) ? constraint.index.slice(table.length + 1).match(/^(.+)_live$/)?.[1] : undefined
  return field?.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) ?? null
}

function named(error: unknown): Named | null {
  if (error instanceof Refusal) return { code: error.code, message: { key: error.message, params: error.params }, fields: error.fields, detail: error.detail }
  if (error instanceof z.ZodError) {
    const fields = Object.fromEntries(error.issues.map((issue) => [issue.path.join('.'), messageOf(issue)]).reverse())
    return { code: 'invalid', message: { key: 'errors.refusals.invalid' }, fields }
  }
  const code = databaseCode(error)
  const taken = takenField(error)
  if (taken) return { code: 'conflict', message: { key: 'errors.refusals.taken' }, fields: { [taken]: { key: 'form.problems.taken' } } }
  if ((code && awayCodes.has(code)) || (error instanceof Error && awayTexts.test(error.message))) return away
  return (code && ofDatabase[code]) || null
}

/** Whether a person can act on it; everything else is a bug. */
export const isRefused = (error: unknown): boolean => named(error) !== null

/**
 * The only place that knows refusals, zod's issues, the database's codes and bugs. A refusal becomes a
 * translated answer; a bug is logged with an id, and the person reads one general sentence and the id.
 */
export async function asFailure(error: unknown, where: string): Promise<Failure> {
  unstable_rethrow(error)
  const t = await getTranslations()
  const refusal = named(error)
  if (!refusal) {
    const id = crypto.randomUUID().slice(0, 8)
    log.error({ id, where, err: error }, 'A bug.')
    return { ok: false, code: 'bug', message: t('errors.bug', { id }) }
  }
  if (refusal.message.key === 'errors.refusals.diskFull') log.error({ where, err: error }, 'The disk is full.')
  if (refusal === away) log.error({ where, err: error }, 'The database cannot be reached.')
  const format = await getFormatter()
  // A calendar date among the values is written as whoever reads writes dates.
  const told = (value: string | number) => (typeof value === 'string' && isPlainDate(value) ? format.dateTime(toDate(value), { dateStyle: 'medium', timeZone: 'UTC' }) : value)
  const text = ({ key, params }: Message) => t(key, params && Object.fromEntries(Object.entries(params).map(([name, value]) => [name, told(value)])))
  const fields = refusal.fields && Object.fromEntries(Object.entries(refusal.fields).map(([name, message]) => [name, text(message)]))
  return { ok: false, code: refusal.code, message: text(refusal.message), ...(fields ? { fields } : {}), ...(refusal.detail === undefined ? {} : { detail: refusal.detail }) }
}
