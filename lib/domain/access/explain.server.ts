import 'server-only'
import { z } from 'zod'
import type { Ctx } from '@/lib/platform/context'
import { lacksFactor } from '@/lib/platform/context-record.server'
import { Refusal } from '@/lib/platform/errors'
import type { Permission } from '@/lib/platform/permissions'
import { heldBy } from './grant.server'
import { nameOfUser } from './user.server'

export type Reason = { outcome: 'role' | 'direct' | 'both' | 'neither' | 'disabled' | 'noFactor'; person: string; role: string; givers: string }

/** Roles that could change it: they may change roles, and hold what is asked for. */
async function giversOf({ db }: Ctx, permission: Permission): Promise<string> {
  const both = (['UPDATE_ROLES', permission] as const).map((name) => ({ rolePermissions: { some: { permission: { name } } } }))
  return (await db.role.findMany({ where: { globalAccess: false, AND: both }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 5, select: { name: true } })).map(({ name }) => name).join(', ')
}

/** Why somebody can or cannot do something: by which role or direct grant, or who could give it. */
export async function explain(ctx: Ctx, userId: string, permission: Permission): Promise<Reason> {
  const user = z.uuid().safeParse(userId).success
    ? await ctx.db.user.findFirst({ where: { id: userId }, select: { id: true, email: true, firstName: true, lastName: true, disabled: true, roleId: true, role: { select: { name: true, requiresSecondFactor: true } }, secondFactors: { where: { confirmedAt: { not: null } }, select: { userId: true } } } })
    : null
  if (!user) throw new Refusal('not-found', 'errors.refusals.notFound')
  const [all, direct, givers] = await Promise.all([heldBy(ctx.db, user), ctx.db.userPermission.count({ where: { userId, permission: { name: permission } } }), giversOf(ctx, permission)])
  const byRole = user.roleId ? (await ctx.db.rolePermission.count({ where: { roleId: user.roleId, permission: { name: permission } } })) > 0 : false
  const isLocked = lacksFactor({ secondFactor: { isRequired: user.role?.requiresSecondFactor ?? false, isOn: user.secondFactors.length > 0 } })
  const outcome = user.disabled ? 'disabled' : isLocked ? 'noFactor' : !all.permissions.has(permission) ? 'neither' : byRole ? (direct > 0 ? 'both' : 'role') : 'direct'
  return { outcome, person: nameOfUser(user), role: user.role?.name ?? '', givers }
}
