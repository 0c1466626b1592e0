import 'server-only'
import type { Readable } from 'node:stream'
import { machineTime } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { writeHistory } from '@/lib/platform/history.server'
import { Refusal } from '@/lib/platform/errors'
import { enqueue } from '@/lib/platform/jobs.server'
import { watched } from '@/lib/platform/spool.server'
import { storage, storageKey } from '@/lib/platform/storage.server'
import { fileNameInput, noAnswers, silentFor, uploadLimit, type ApplyInput, type FoundSet, type ImportState, type RecheckInput, type UndoInput } from './import-batch'
import { demandFile } from './import-files.server'
import { applyJob, checkJob, undoJob } from './import-jobs.server'
import { demandImporter, getImport, moveImport } from './import-record.server'
import { openArchive } from './roster-archive.server'
import { RosterUnreadable } from './roster-diagnostic'

const signatures = ['PK\u0003\u0004', 'PK\u0005\u0006']

/** Stops an upload at the limit, and at its fourth byte when it is no zip at all. */
const guarded = (content: Readable) => {
  let head = Buffer.alloc(0)
  return watched(content, (piece, bytes) => {
    if (head.length < 4) {
      head = Buffer.concat([head, piece.subarray(0, 4 - head.length)])
      if (head.length === 4 && !signatures.includes(head.toString('latin1'))) throw new Refusal('invalid', 'imports.diagnostics.zip-unreadable', { params: { file: '' } })
    }
    if (bytes > uploadLimit) throw new Refusal('invalid', 'imports.problems.tooLarge', { params: { megabytes: uploadLimit / 1048576 } })
  })
}

const lookInside = async (fileKey: string): Promise<FoundSet['names']> => {
  try {
    const archive = await openArchive(await storage.local(fileKey))
    archive.close()
    return archive.files.map(({ fileName, bytes }) => ({ fileName, bytes }))
  } catch (error) {
    if (!(error instanceof RosterUnreadable)) throw error
    const { code, file, params } = error.diagnostic
    throw new Refusal('invalid', `imports.diagnostics.${code}`, { params: { file, row: 0, column: '', value: '', ...params } })
  }
}

const begin = (ctx: Ctx, fileName: string, fileKey: string, found: Pick<FoundSet, 'names' | 'answers' | 'upload'>) =>
  ctx.db.$transaction(async (tx) => {
    const { id } = await tx.importBatch.create({ data: { fileName, fileKey, found }, select: { id: true } })
    await enqueue(ctx, checkJob, { id }, { tx })
    return { id }
  })

/** Takes a roster archive in, looks at its directory, and leaves its check to the worker. Refuses what is no roster zip and keeps nothing of it. */
export const receiveRoster = async (ctx: Ctx, { fileName, content, upload = null }: { fileName: string; content: Readable; upload?: string | null }): Promise<{ id: string }> => {
  demandImporter(ctx, 'RUN_IMPORTS')
  const fileKey = storageKey(ctx.organization.id, 'imports')
  try {
    await storage.put(fileKey, guarded(content))
    return await begin(ctx, fileNameInput.parse(fileName), fileKey, { names: await lookInside(fileKey), answers: noAnswers, upload })
  } catch (error) {
    await storage.remove(fileKey)
    throw error
  }
}

/** A new check of the same file, as a new import: what was shown once stays as it was shown. */
export const recheckRoster = async (ctx: Ctx, { id, answers }: RecheckInput): Promise<{ id: string }> => {
  demandImporter(ctx, 'RUN_IMPORTS')
  const { fileName, fileKey, found } = await getImport(ctx, id)
  demandFile({ found })
  const copy = storageKey(ctx.organization.id, 'imports')
  await storage.put(copy, await storage.get(fileKey))
  return begin(ctx, fileName, copy, { names: found.names, answers: { ...found.answers, ...answers }, upload: null })
}

/** One at a time: while another import of the organization is written or taken back, nothing else is begun. */
const demandQuiet = async (ctx: Ctx, id: string) => {
  const other = await ctx.db.importBatch.findFirst({
    where: { id: { not: id }, state: { in: ['applying', 'undoing'] }, updatedAt: { gt: new Date(machineTime().getTime() - silentFor) } },
    select: { fileName: true },
  })
  if (other) throw new Refusal('conflict', 'imports.problems.otherRunning', { params: { file: other.fileName } })
}

/** Says yes to what the check has shown. Suspiciously many departures need a second yes. */
export const startApply = async (ctx: Ctx, { id, departuresMeant }: ApplyInput): Promise<void> => {
  demandImporter(ctx, 'RUN_IMPORTS')
  const { state, summary, found } = await getImport(ctx, id)
  if (state !== 'checked') throw new Refusal('conflict', 'imports.problems.notChecked')
  demandFile({ found })
  if (summary.blocked) throw new Refusal('invalid', 'imports.problems.blocked')
  if (summary.encodings.length > 0) throw new Refusal('invalid', 'imports.problems.encoding')
  if (summary.departures.length > 0 && !departuresMeant) throw new Refusal('invalid', 'imports.problems.departures', { detail: summary.departures })
  await demandQuiet(ctx, id)
  await ctx.db.$transaction(async (tx) => {
    if (!(await moveImport(ctx, id, ['checked'], { state: 'applying', progress: 0, startedAt: machineTime(), finishedAt: null }, tx))) throw new Refusal('conflict', 'imports.problems.notChecked')
    await enqueue(ctx, applyJob, { id }, { tx })
  })
}

/** Throws away a checked or failed import that nobody wants to apply: its record goes, and its file with the routine. */
export const discardImport = (ctx: Ctx, id: string): Promise<void> =>
  ctx.db.$transaction(async (tx) => {
    demandImporter(ctx, 'RUN_IMPORTS')
    const { fileName } = await getImport(ctx, id)
    const { count } = await tx.importBatch.deleteMany({ where: { id, state: { in: ['checked', 'failed'] } } })
    if (count === 0) throw new Refusal('conflict', 'imports.problems.changed')
    await writeHistory(tx, ctx, { deed: 'import-discard', entity: 'import_batches', id, before: { fileName } })
  })

export const startUndo = async (ctx: Ctx, { id, leaveChanged }: UndoInput): Promise<void> => {
  demandImporter(ctx, 'UNDO_IMPORTS')
  const { summary } = await getImport(ctx, id)
  await demandQuiet(ctx, id)
  await ctx.db.$transaction(async (tx) => {
    if (!(await moveImport(ctx, id, ['applied'], { state: 'undoing', summary: { ...summary, leaveChanged }, progress: 0, startedAt: machineTime(), finishedAt: null }, tx))) throw new Refusal('conflict', 'imports.problems.notApplied')
    await enqueue(ctx, undoJob, { id }, { tx })
  })
}

const resumed: Partial<Record<ImportState, (ctx: Ctx, id: string) => Promise<void>>> = {
  uploaded: (ctx, id) => enqueue(ctx, checkJob, { id }),
  checking: (ctx, id) => enqueue(ctx, checkJob, { id }),
  applying: (ctx, id) => enqueue(ctx, applyJob, { id }),
  undoing: (ctx, id) => enqueue(ctx, undoJob, { id }),
}

export const isSilent = ({ state, updatedAt }: { state: ImportState; updatedAt: Date }) => state in resumed && machineTime().getTime() - updatedAt.getTime() > silentFor

/** Starts a job again that has fallen silent. It cannot do harm: a job that still lives holds the lock. */
export const resumeImport = async (ctx: Ctx, id: string): Promise<void> => {
  demandImporter(ctx, 'RUN_IMPORTS')
  const batch = await getImport(ctx, id)
  if (!isSilent(batch)) throw new Refusal('conflict', 'imports.problems.stillWorking')
  await ctx.db.importBatch.updateMany({ where: { id, state: batch.state }, data: { progress: 0 } })
  await resumed[batch.state]?.(ctx, id)
}
