import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { machineTime } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { tenantTransaction } from '@/lib/platform/db/sql.server'
import { Refusal } from '@/lib/platform/errors'
import { demandOpen } from '@/lib/platform/jobs.server'
import { storage } from '@/lib/platform/storage.server'
import { applyPlan } from './roster-apply.sql.server'
import { endDeed, stateOf } from './roster-batch.sql.server'
import { countPlan } from './roster-plan.sql.server'
import { holdImports } from './roster-staging.sql.server'
import { entityNames } from './import-batch'
import { countsOf } from './import-check.server'
import { planSet, zoneOf } from './import-plan.server'
import { demandStill, failImport, getImport, progressOf } from './import-record.server'
import { openArchive, type Archive } from './roster-archive.server'
import { surveyArchive } from './roster-survey.server'

/**
 * Applies a checked set: read and planned anew, compared with what was shown, written in one transaction together with
 * its own end. A crash anywhere leaves everything as it was; called again it starts anew, or sees that it is done.
 */
export const applyRoster = async (ctx: Ctx, id: string): Promise<void> => {
  const batch = await getImport(ctx, id)
  if (batch.state !== 'applying') return
  const progress = progressOf(ctx, id)
  let archive: Archive | undefined
  try {
    demandStill(ctx, 'RUN_IMPORTS')
    const opened = (archive = await openArchive(await storage.local(batch.fileKey)))
    const survey = await surveyArchive(opened, { answers: batch.found.answers, timeZone: await zoneOf(ctx) })
    await ctx.db.importBatch.updateMany({ where: { id }, data: { total: survey.rows * 2 } })
    await tenantTransaction(ctx, async (sql) => {
      await holdImports(sql)
      if ((await stateOf(sql, id)) !== 'applying') return
      await planSet(sql, ctx, opened, survey, batch.found.answers, { remark: () => {}, progress })
      const counts = countsOf(await countPlan(sql))
      if (!isDeepStrictEqual(counts, batch.summary.counts)) throw new Refusal('conflict', 'imports.problems.changed')
      const at = machineTime().toISOString()
      let done = 0
      await applyPlan(sql, { batchId: id, actorId: ctx.user.id, at }, async () => {
        done += 1
        await progress(survey.rows + Math.floor((survey.rows * done) / entityNames.length))
      })
      await demandOpen(ctx)
      const summary = { ...batch.summary, appliedAt: at }
      if (!(await endDeed(sql, { id, actorId: ctx.user.id, from: 'applying', to: 'applied', deed: 'import.apply', summary }))) throw new Refusal('conflict', 'imports.problems.changed')
    })
  } catch (error) {
    await failImport(ctx, id, 'applying', { refused: 'checked', failed: 'failed' }, error)
  } finally {
    archive?.close()
  }
}
