import 'server-only'
import { machineTime } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { tenantTransaction } from '@/lib/platform/db/sql.server'
import { Refusal } from '@/lib/platform/errors'
import { demandOpen } from '@/lib/platform/jobs.server'
import { endDeed, stateOf } from './roster-batch.sql.server'
import { holdImports, openRun } from './roster-staging.sql.server'
import { applyUndo, countBlocks, gatherUndo, listBlocks } from './roster-undo.sql.server'
import { entityNames, type ImportSummary } from './import-batch'
import { demandStill, failImport, getImport, moveImport, progressOf } from './import-record.server'

const shownBlocks = 100

type Blocks = NonNullable<ImportSummary['blocks']>

/**
 * Takes an import back in one transaction: what it created is removed, what it changed becomes what it was. Rows that
 * were edited since, or that something new hangs on, stop it with a list, unless the import's summary says to leave those.
 */
export const undoRoster = async (ctx: Ctx, id: string): Promise<void> => {
  const batch = await getImport(ctx, id)
  if (batch.state !== 'undoing' || !batch.summary.appliedAt) return
  const { appliedAt, leaveChanged } = batch.summary
  const progress = progressOf(ctx, id)
  try {
    demandStill(ctx, 'UNDO_IMPORTS')
    await ctx.db.importBatch.updateMany({ where: { id }, data: { progress: 0, total: entityNames.length } })
    const blocks = await tenantTransaction(ctx, async (sql): Promise<Blocks | null> => {
      await openRun(sql)
      await holdImports(sql)
      if ((await stateOf(sql, id)) !== 'undoing') return null
      await gatherUndo(sql, id, appliedAt)
      const count = await countBlocks(sql)
      if (count > 0 && !leaveChanged) return { count, rows: await listBlocks(sql, shownBlocks) }
      let done = 0
      const undone = await applyUndo(sql, { batchId: id, actorId: ctx.user.id, at: machineTime().toISOString() }, async () => progress((done += 1)))
      await demandOpen(ctx)
      const summary = { ...batch.summary, undone, blocks: count > 0 ? { count, rows: await listBlocks(sql, shownBlocks) } : null }
      if (!(await endDeed(sql, { id, actorId: ctx.user.id, from: 'undoing', to: 'undone', deed: 'import.undo', summary }))) throw new Refusal('conflict', 'imports.problems.changed')
      return null
    })
    if (!blocks) return
    await ctx.db.importBatch.updateMany({ where: { id, state: 'undoing' }, data: { summary: { ...batch.summary, blocks } } })
    await moveImport(ctx, id, ['undoing'], { state: 'applied', problem: 'imports.problems.undoBlocked' })
  } catch (error) {
    await failImport(ctx, id, 'undoing', { refused: 'applied', failed: 'applied' }, error)
  }
}
