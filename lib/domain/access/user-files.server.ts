import 'server-only'
import type { FileOwner } from '@/lib/domain/files/public.server'

/** A face beside an account: its person's own affair, and that of whoever looks after accounts. */
export const userFiles: FileOwner = {
  entity: 'users', read: 'READ_USERS', write: 'UPDATE_USERS', isOwn: ({ user }, id) => user.id === id,
  exists: async ({ db }, id) => (await db.user.findFirst({ where: { id }, select: { id: true } })) !== null,
}
