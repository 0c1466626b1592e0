import 'server-only'
import { PassThrough, Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { machineTime } from '@/lib/platform/clock.server'
import { byteOrderMark, csvLine } from '@/lib/platform/csv'
import type { Ctx } from '@/lib/platform/context'
import { tenantTransaction, type Sql } from '@/lib/platform/db/sql.server'
import { storage } from '@/lib/platform/storage.server'
import { saveCheck } from './roster-batch.sql.server'
import { samplePlan } from './roster-apply.sql.server'
import { countLosses, countPlan, type EntityCount } from './roster-plan.sql.server'
import { importSummary, shownKinds, shownRows, suspicious, type FoundSet, type ImportSummary } from './import-batch'
import { planSet, zoneOf } from './import-plan.server'
import { failImport, getImport, moveImport, progressOf } from './import-record.server'
import { importWords, sentenceOf } from './import-words.server'
import { openArchive, type Archive } from './roster-archive.server'
import { RosterUnreadable, type Diagnostic } from './roster-diagnostic'
import { rejectLine, remarkLedger } from './roster-rejects'
import { surveyArchive, type Survey } from './roster-survey.server'

export const rejectsKey = (fileKey: string) => `${fileKey}-rejects.csv`
export const samplesKey = (fileKey: string, entity: string, kind: string) => `${fileKey}-${entity}-${kind}.json`

/** Errors and warnings go into a file as they come, all of them; the ledger keeps the first of each code. */
const remarkWriter = async (ctx: Ctx, fileKey: string) => {
  const words = await importWords(ctx.locale)
  const ledger = remarkLedger()
  const csv = new PassThrough()
  const stored = storage.put(rejectsKey(fileKey), csv)
  csv.on('error', () => undefined)
  stored.catch(() => csv.destroy())
  const columns = ['severity', 'file', 'row', 'column', 'value', 'problem', 'code']
  csv.write(byteOrderMark + csvLine(columns.map((column) => words(`rejects.${column}`))))
  return {
    ledger,
    async remark(one: Diagnostic) {
      ledger.add(one)
      if (one.severity === 'info') return
      if (!csv.write(rejectLine(one, words(`remarks.severities.${one.severity}`), sentenceOf(words, one)))) await Promise.race([new Promise((done) => csv.once('drain', done)), stored]) // on a full disk it never drains
    },
    async end() {
      csv.end()
      await finished(csv.resume()).catch(() => undefined)
      await stored
    },
  }
}

/** entity → kind → rows. */
export const countsOf = (rows: readonly EntityCount[]): ImportSummary['counts'] => {
  const counts: Record<string, Record<string, number>> = {}
  for (const { entity, kind, count } of rows) (counts[entity] ??= {})[kind] = count
  return counts
}

const foundOf = (survey: Survey, archive: Archive, found: FoundSet): FoundSet => ({
  ...found,
  names: archive.files.map(({ fileName, bytes }) => ({ fileName, bytes })),
  version: survey.version,
  system: survey.system,
  files: survey.files.map(({ file, fileName, rows, bytes, encoding, mode }) => ({ file, fileName, rows, bytes, encoding, mode })),
})

const saveSamples = async (sql: Sql, fileKey: string, rows: readonly EntityCount[]) => {
  for (const { entity, kind, count } of rows) {
    if (count === 0 || !shownKinds.some((shown) => shown === kind)) continue
    const samples = await samplePlan(sql, entity as never, kind, shownRows)
    await storage.put(samplesKey(fileKey, entity, kind), Readable.from([JSON.stringify(samples)]))
  }
}

/**
 * The check: reads everything, plans everything, writes nothing of the school. Afterwards the import is `checked` with
 * its remarks, its difference and what it would take away.
 */
export const checkRoster = async (ctx: Ctx, id: string): Promise<void> => {
  const batch = await getImport(ctx, id)
  if (!(await moveImport(ctx, id, ['uploaded', 'checking'], { state: 'checking', startedAt: machineTime(), progress: 0 }))) return
  const writer = await remarkWriter(ctx, batch.fileKey)
  let archive: Archive | undefined
  try {
    archive = await openArchive(await storage.local(batch.fileKey))
    const survey = await surveyArchive(archive, { answers: batch.found.answers, timeZone: await zoneOf(ctx) })
    for (const one of survey.diagnostics) await writer.remark(one)
    await ctx.db.importBatch.updateMany({ where: { id }, data: { total: survey.rows, found: foundOf(survey, archive, batch.found) } })
    const opened = archive
    const nothing = { counts: {}, departures: [] }
    const planned = survey.blocked ? null : survey.rows === 0 ? nothing : await tenantTransaction(ctx, async (sql) => {
      await planSet(sql, ctx, opened, survey, batch.found.answers, { remark: writer.remark, progress: progressOf(ctx, id) })
      const rows = await countPlan(sql)
      await saveSamples(sql, batch.fileKey, rows)
      return { counts: countsOf(rows), departures: suspicious(await countLosses(sql)) }
    })
    await writer.end()
    const summary = importSummary.parse({ ...planned, blocked: !planned, encodings: survey.encodings, remarks: writer.ledger.tally, byCode: writer.ledger.byCode() })
    await tenantTransaction(ctx, (sql) => saveCheck(sql, { id, actorId: ctx.user.id, format: `oneroster-${survey.version}`, summary, remarks: writer.ledger.kept }))
  } catch (error) {
    if (error instanceof RosterUnreadable) await writer.remark(error.diagnostic)
    await writer.end().catch(() => undefined)
    if (!(error instanceof RosterUnreadable)) return failImport(ctx, id, 'checking', { refused: 'failed', failed: 'failed' }, error)
    const summary = importSummary.parse({ blocked: true, remarks: writer.ledger.tally, byCode: writer.ledger.byCode() })
    await tenantTransaction(ctx, (sql) => saveCheck(sql, { id, actorId: ctx.user.id, format: null, summary, remarks: writer.ledger.kept }))
  } finally {
    archive?.close()
  }
}
