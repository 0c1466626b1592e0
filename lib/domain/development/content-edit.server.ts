import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { actorNames, writeHistory } from '@/lib/platform/history.server'
import { getContent, shipped } from './content.server'
import { contentShapes, contentTypes, pathOf, type ContentType } from './content-type'

export type ContentLine = { type: ContentType; source: 'product' | 'organization'; version: number; brokenAt: string | null }

export const listContent = (ctx: Ctx): Promise<ContentLine[]> =>
  Promise.all(contentTypes.map(async (type) => {
    const { source, version, brokenAt } = await getContent(ctx, type)
    return { type, source, version, brokenAt }
  }))

export type ContentVersion = { id: string; version: number; by: string | null; at: Date; isLive: boolean }

/** An organization's own versions, the newest first: each save is a row, and the earlier ones are removed rows. */
export async function listVersions(ctx: Ctx, type: ContentType): Promise<ContentVersion[]> {
  const query = { where: { contentType: type }, orderBy: [{ version: 'desc' as const }, { id: 'desc' as const }], take: 20 }
  const [live, earlier] = await Promise.all([ctx.db.contentEntry.findMany(query), ctx.db.contentEntry.findRemoved(query)])
  const names = await actorNames(ctx, [...live, ...earlier].map(({ createdById }) => createdById))
  const of = (row: (typeof live)[number], isLive: boolean) => ({ id: row.id, version: row.version, by: names.get(row.createdById ?? '') ?? null, at: row.createdAt, isLive })
  return [...live.map((row) => of(row, true)), ...earlier.map((row) => of(row, false))]
}

/** What is edited: the organization's own payload as it stands, also a broken one, else the product's. */
export async function getPayload({ db }: Ctx, type: ContentType): Promise<{ payload: unknown; version: number }> {
  const own = await db.contentEntry.findFirst({ where: { contentType: type }, select: { payload: true, version: true } })
  return own ?? { payload: shipped[type], version: 0 }
}

const changed = () => new Refusal('conflict', 'content.refusals.changed')
const isTwice = (error: unknown) => typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002'

/** Saves an organization's own version upon the one that was seen; a wrong shape is refused with the place where it breaks. */
export async function saveContent(ctx: Ctx, { type, seen, payload }: { type: ContentType; seen: number; payload: unknown }): Promise<{ version: number }> {
  const parsed = contentShapes[type].safeParse(payload)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw new Refusal('invalid', 'content.refusals.shape', { params: { path: pathOf(issue.path) || type }, detail: { path: pathOf(issue.path) } })
  }
  try {
    return await ctx.db.$transaction(async (tx) => {
      const live = await tx.contentEntry.findFirst({ where: { contentType: type }, select: { id: true, version: true } })
      if ((live?.version ?? 0) !== seen) throw changed()
      const [last] = await tx.contentEntry.findRemoved({ where: { contentType: type }, orderBy: [{ version: 'desc' }], take: 1 })
      if (live) await tx.contentEntry.deleteMany({ where: { id: live.id } })
      const made = await tx.contentEntry.create({ data: { contentType: type, payload: parsed.data, version: Math.max(live?.version ?? 0, last?.version ?? 0) + 1 }, select: { id: true, version: true } })
      await writeHistory(tx, ctx, { deed: 'save-content', entity: 'content_catalog', id: made.id, after: { version: made.version } })
      return { version: made.version }
    })
  } catch (error) {
    if (isTwice(error)) throw changed()
    throw error
  }
}

/** Takes an earlier version up again, as a new one. */
export async function takeVersion(ctx: Ctx, { type, seen, id }: { type: ContentType; seen: number; id: string }): Promise<{ version: number }> {
  const [row] = await ctx.db.contentEntry.findRemoved({ where: { id, contentType: type }, take: 1 })
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  return saveContent(ctx, { type, seen, payload: row.payload })
}

/** Back to what the product brings; the own versions stay to be taken up again. */
export function dropOwnContent(ctx: Ctx, { type, seen }: { type: ContentType; seen: number }): Promise<{ type: ContentType }> {
  return ctx.db.$transaction(async (tx) => {
    const { count } = await tx.contentEntry.deleteMany({ where: { contentType: type, version: seen } })
    if (count === 0) throw changed()
    await writeHistory(tx, ctx, { deed: 'drop-content', entity: 'content_catalog', id: null })
    return { type }
  })
}
