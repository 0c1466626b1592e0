import 'server-only'
import { roleChoices, staffToLink } from '@/lib/domain/access/user.server'
import type { Ctx } from '@/lib/platform/context'

/** What the form of an account offers: the roles, the campuses in reach, and people of the staff without an account. */
export async function formChoices(ctx: Ctx, userId: string) {
  const [roles, staff] = await Promise.all([roleChoices(ctx), staffToLink(ctx, userId)])
  return { roles, staff, campuses: ctx.campuses.map(({ id, name }) => ({ value: id, label: name })) }
}
