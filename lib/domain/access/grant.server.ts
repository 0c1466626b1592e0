import 'server-only'
import { machineTime } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { isPermission, permissions, type Permission, type Reach } from '@/lib/platform/permissions'

const widths: Record<Reach, number> = { class: 0, campus: 1, organization: 2 }

/** Nobody hands on what they do not hold themselves, nor a wider look than their own. */
export function assertMayGrant(ctx: Ctx, names: Iterable<string>, reach?: Reach): void {
  for (const name of names) {
    if (!isPermission(name) || !ctx.can(name)) throw new Refusal('forbidden', 'users.refusals.notHeld', { params: { permission: name } })
  }
  if (reach && widths[reach] > widths[ctx.role.reach]) throw new Refusal('forbidden', 'users.refusals.wider')
}

const named = { permission: { select: { name: true } } } as const

/** What a role of the organization gives; the platform's own is none of them. */
export async function roleGiving(tx: TenantDb, roleId: string): Promise<{ id: string; name: string; reach: Reach; permissions: string[] }> {
  const role = await tx.role.findFirst({ where: { id: roleId, globalAccess: false }, select: { id: true, name: true, reach: true } })
  if (!role) throw new Refusal('invalid', 'errors.refusals.invalid', { fields: { roleId: { key: 'users.problems.role' } } })
  const permissions = (await tx.rolePermission.findMany({ where: { roleId }, select: named })).map(({ permission }) => permission.name)
  return { ...role, permissions }
}

/** Everything that somebody holds, by role and by direct grant. */
export async function heldBy(tx: TenantDb, { id, roleId }: { id: string; roleId: string | null }): Promise<{ permissions: Set<string>; reach: Reach }> {
  const [role, direct] = [roleId ? await roleGiving(tx, roleId).catch(() => null) : null, await tx.userPermission.findMany({ where: { userId: id }, select: named })]
  return { permissions: new Set([...(role?.permissions ?? []), ...direct.map(({ permission }) => permission.name)]), reach: role?.reach ?? 'class' }
}

/** Whether somebody or a role holds what one does not hold, or sees more. */
export const isAbove = (ctx: Ctx, permissions: Iterable<string>, reach: Reach): boolean =>
  widths[reach] > widths[ctx.role.reach] || [...permissions].some((name) => isPermission(name) && !ctx.can(name))

/** Who holds more than oneself is not one's to change, to disable or to sign out. */
export async function assertMayActOn(ctx: Ctx, tx: TenantDb, user: { id: string; roleId: string | null }): Promise<void> {
  const { permissions, reach } = await heldBy(tx, user)
  if (isAbove(ctx, permissions, reach)) throw new Refusal('forbidden', 'users.refusals.above')
}

const keys: readonly Permission[] = ['UPDATE_USERS', 'UPDATE_ROLES']

/** Changes of people and roles take turns, and what one held is asked again when it is one's turn: of two administrators who demote each other at once, one is refused. */
export async function takeTurn(tx: TenantDb, ctx: Ctx): Promise<void> {
  await tx.organization.update({ where: { id: ctx.organization.id }, data: { updatedAt: machineTime() }, select: { id: true } })
  const self = await tx.user.findFirst({ where: { id: ctx.user.id, disabled: false }, select: { id: true, roleId: true } })
  const held = self ? (await heldBy(tx, self)).permissions : new Set<string>()
  if (permissions.some((name) => ctx.can(name) && !held.has(name))) throw new Refusal('forbidden', 'errors.refusals.forbidden')
}

/** How many could still change people and roles. */
export async function countAdministrators(tx: TenantDb): Promise<number> {
  const all = keys.map((name) => ({ rolePermissions: { some: { permission: { name } } } }))
  const roles = await tx.role.findMany({ where: { reach: 'organization', globalAccess: false, AND: all }, select: { id: true } })
  return tx.user.count({ where: { roleId: { in: roles.map(({ id }) => id) }, disabled: false, OR: [{ emailVerified: true }, { invitedAt: null }] } })
}

/** Somebody must be left who can. Called at the end of each change, before it is kept. */
export async function assertAdministrated(tx: TenantDb): Promise<void> {
  if ((await countAdministrators(tx)) === 0) throw new Refusal('conflict', 'users.refusals.lastAdministrator')
}
