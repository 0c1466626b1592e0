import 'server-only'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { storage } from '@/lib/platform/storage.server'
import { entityNames, importSummary, shownKinds, type EntityName, type ImportState, type ImportSummary } from './import-batch'
import { rejectsKey, samplesKey } from './import-check.server'
import type { importList, remarkList } from './import-lists'
import { demandImporter, getImport } from './import-record.server'

export type ImportRow = { id: string; fileName: string; state: ImportState; summary: ImportSummary; createdAt: Date; by: string | null }

export const listImports = async (ctx: Ctx, query: ListQuery<typeof importList>): Promise<Paged<ImportRow>> => {
  demandImporter(ctx, 'READ_IMPORTS')
  const where = query.filters.state ? { state: query.filters.state } : {}
  const page = await paged(query, {
    rows: (page) => ctx.db.importBatch.findMany({ where: { AND: [where, page.where] }, orderBy: page.orderBy, take: page.take, select: { id: true, fileName: true, state: true, summary: true, createdAt: true, createdById: true } }),
    count: () => ctx.db.importBatch.count({ where }),
  })
  const names = await namesOf(ctx, page.rows.map(({ createdById }) => createdById))
  return { ...page, rows: page.rows.map(({ createdById, summary, ...row }) => ({ ...row, summary: importSummary.parse(summary), by: createdById ? (names.get(createdById) ?? null) : null })) }
}

/** Who did it, as a name. */
export const namesOf = async (ctx: Ctx, ids: readonly (string | null)[]): Promise<Map<string, string>> => {
  const known = [...new Set(ids.flatMap((id) => (id ? [id] : [])))]
  const users = await ctx.db.user.findMany({ where: { id: { in: known } }, select: { id: true, firstName: true, lastName: true, email: true } })
  return new Map(users.map(({ id, firstName, lastName, email }) => [id, [firstName, lastName].filter(Boolean).join(' ') || email]))
}

export type RemarkRow = { id: string; severity: 'error' | 'warning' | 'info'; code: string; file: string; row: number | null; column: string | null; value: string | null; params: Record<string, string | number> }

const remarkParams = z.record(z.string(), z.union([z.string(), z.number()])).catch({})

/** The remarks that were kept of an import: the first of each kind; the rejects file has all of them. */
export const listRemarks = async (ctx: Ctx, batchId: string, query: ListQuery<typeof remarkList>): Promise<Paged<RemarkRow>> => {
  demandImporter(ctx, 'READ_IMPORTS')
  const { severity, code } = query.filters
  const where = { batchId, ...(severity ? { severity } : {}), ...(code ? { code } : {}) }
  const page = await paged(query, {
    rows: (page) => ctx.db.importDiagnostic.findMany({ where: { AND: [where, page.where] }, orderBy: page.orderBy, take: page.take, select: { id: true, severity: true, code: true, file: true, row: true, column: true, value: true, params: true } }),
    count: () => ctx.db.importDiagnostic.count({ where }),
  })
  return { ...page, rows: page.rows.map((row) => ({ ...row, params: remarkParams.parse(row.params) })) }
}

const cells = z.record(z.string(), z.string().nullable())
const sample = z.object({ id: z.string(), row: z.number().nullable(), sid: z.string().nullable(), label: z.string(), told: z.boolean(), before: cells, after: cells })
export type ChangeRow = z.output<typeof sample>

export const differenceInput = z.object({ entity: z.enum(entityNames), kind: z.enum(shownKinds), page: z.coerce.number().int().min(1).max(1000).catch(1) })

/** One page of the difference the check has found: at most a thousand rows of a kind are kept. */
export const readDifference = async (ctx: Ctx, id: string, { entity, kind, page }: z.output<typeof differenceInput>, size = 50): Promise<{ rows: ChangeRow[]; kept: number }> => {
  const { fileKey, summary } = await getImport(ctx, id)
  if (!summary.counts[entity]?.[kind]) return { rows: [], kept: 0 }
  const rows = z.array(sample).parse(JSON.parse(await text(await storage.get(samplesKey(fileKey, entity, kind)))))
  return { rows: rows.slice((page - 1) * size, page * size), kept: rows.length }
}

export const isEntity = (name: string): name is EntityName => entityNames.some((entity) => entity === name)

/** The whole list of what was left out and why, as CSV. */
export const openRejects = async (ctx: Ctx, id: string) => {
  const { fileKey, fileName, state } = await getImport(ctx, id)
  if (state === 'uploaded' || state === 'checking') throw new Refusal('not-found', 'errors.refusals.notFound')
  return { content: await storage.get(rejectsKey(fileKey)), name: `${fileName.replace(/\.zip$/i, '')}-rejects.csv` }
}
