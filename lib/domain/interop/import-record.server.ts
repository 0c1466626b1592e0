import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { demandOpen, Suspended } from '@/lib/platform/jobs.server'
import { log } from '@/lib/platform/log.server'
import type { Permission } from '@/lib/platform/permissions'
import { foundSet, importSummary, type FoundSet, type ImportState, type ImportSummary } from './import-batch'

/** An import sees and changes people of every campus: the permission alone is not enough. */
const mayImport = (ctx: Ctx, permission: Permission) => ctx.can(permission) && ctx.role.reach === 'organization'

export const demandImporter = (ctx: Ctx, permission: Extract<Permission, `${string}_IMPORTS`>) => {
  if (!mayImport(ctx, permission)) throw new Refusal('forbidden', 'errors.refusals.forbidden')
}

/** A yes counts while who said it may still say it: asked again when the work begins. */
export const demandStill = (ctx: Ctx, permission: Extract<Permission, `${string}_IMPORTS`>) => {
  if (!mayImport(ctx, permission)) throw new Refusal('forbidden', 'imports.problems.rightLost')
}

export type ImportRecord = {
  id: string
  state: ImportState
  fileName: string
  fileKey: string
  found: FoundSet
  summary: ImportSummary
  progress: number
  total: number
  problem: string | null
  createdById: string | null
  createdAt: Date
  updatedAt: Date
  startedAt: Date | null
  finishedAt: Date | null
}

const columns = {
  id: true, state: true, fileName: true, fileKey: true, found: true, summary: true, progress: true, total: true, problem: true, createdById: true, createdAt: true, updatedAt: true, startedAt: true, finishedAt: true,
} as const

/** The import of this organization with this id; a stranger's is not found. */
export const getImport = async (ctx: Ctx, id: string): Promise<ImportRecord> => {
  demandImporter(ctx, 'READ_IMPORTS')
  const row = await ctx.db.importBatch.findFirst({ where: { id }, select: columns })
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  return { ...row, found: foundSet.parse(row.found), summary: importSummary.parse(row.summary) }
}

/** Moves an import on, if it is where the caller believes; false when somebody was faster. */
export const moveImport = async (ctx: Ctx, id: string, from: readonly ImportState[], to: { state: ImportState; problem?: string | null; progress?: number; total?: number; startedAt?: Date; finishedAt?: Date | null; summary?: ImportSummary }, db = ctx.db): Promise<boolean> => {
  const { count } = await db.importBatch.updateMany({ where: { id, state: { in: [...from] } }, data: { problem: null, ...to } })
  return count === 1
}

/** Writes how far a job is, at most four times a second; of a suspended organization it goes no further. */
export const progressOf = (ctx: Ctx, id: string) => {
  let last = -Infinity
  return async (progress: number) => {
    if (performance.now() - last < 250) return
    last = performance.now()
    await demandOpen(ctx)
    await ctx.db.importBatch.updateMany({ where: { id }, data: { progress } })
  }
}

const codeOf = (error: unknown) => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '')
/** What a person can do something about: another import held the lock, or the disk is full. */
const known: Readonly<Record<string, string>> = { '55P03': 'imports.problems.busy', ENOSPC: 'imports.problems.diskFull', EDQUOT: 'imports.problems.diskFull', 53100: 'imports.problems.diskFull' }

/**
 * Ends a job that could not be done. What the user can act on is named and the import goes `back`; a bug gets an id that
 * the log has as well. Nothing of the school was written either way.
 */
export const failImport = async (ctx: Ctx, id: string, from: ImportState, back: { refused: ImportState; failed: ImportState }, error: unknown) => {
  if (error instanceof Suspended) throw error
  const problem = error instanceof Refusal ? error.message : known[codeOf(error)]
  if (problem) {
    await moveImport(ctx, id, [from], { state: back.refused, problem })
    return
  }
  const ticket = crypto.randomUUID().slice(0, 8)
  log.error({ id: ticket, import: id, err: error }, 'An import failed.')
  await moveImport(ctx, id, [from], { state: back.failed, problem: `bug:${ticket}` })
}
