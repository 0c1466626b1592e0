import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import type { Permission } from '@/lib/platform/permissions'

/**
 * A kind of record that has files. Who may read the record may read its files, and nobody else. `entity` is what the
 * history calls it; `exists` answers within the reach of the one who asks; `isOwn` lets a person at what is their own.
 */
export type FileOwner = { entity: string; read: Permission; write: Permission; exists: (ctx: Ctx, id: string) => Promise<boolean>; isOwn?: (ctx: Ctx, id: string) => boolean }
/** One record that has files. */
export type Owned = { owner: FileOwner; id: string }

export const fileNotFound = () => new Refusal('not-found', 'errors.refusals.notFound')

/** Whether the database refused a second one of its kind. */
export const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'P2002'

/** Without the right, out of reach, in another organization, removed: all the same to whoever asks. */
export async function demandOwner(ctx: Ctx, { owner, id }: Owned, need: 'read' | 'write'): Promise<void> {
  const may = owner.isOwn?.(ctx, id) || (ctx.can(owner.read) && ctx.can(owner[need]))
  if (!may || !(await owner.exists(ctx, id))) throw fileNotFound()
}

export function ownerOf(owners: readonly FileOwner[], entity: string): FileOwner {
  const owner = owners.find((one) => one.entity === entity)
  if (!owner) throw fileNotFound()
  return owner
}
