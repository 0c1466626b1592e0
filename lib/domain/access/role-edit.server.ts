import 'server-only'
import { z } from 'zod'
import type { Seen } from '@/lib/platform/catalog'
import { machineTime } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { assertAdministrated, assertMayGrant, isAbove, takeTurn } from './grant.server'
import type { copyRoleInput, publishInput, retireRoleInput, roleInput } from './role-change'

const columns = {
  id: true, key: true, name: true, description: true, reach: true, requiresSecondFactor: true, updatedAt: true,
  rolePermissions: { select: { permission: { select: { name: true } } } }, _count: { select: { users: true } },
} as const

const found = (tx: TenantDb, where: object) => tx.role.findMany({ where: { globalAccess: false, ...where }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 100, select: columns })
const shown = ({ rolePermissions, _count, updatedAt, key, ...role }: Awaited<ReturnType<typeof found>>[number]) => ({
  ...role, isBuiltIn: key !== null, seen: updatedAt.toISOString(), people: _count.users, held: rolePermissions.map(({ permission }) => permission.name),
})

/** Every role of the organization with what it gives and how many have it. */
export const listRoles = async ({ db }: Ctx) => (await found(db, {})).map(shown)
export type RoleRow = Awaited<ReturnType<typeof listRoles>>[number]

export async function getRole({ db }: Pick<Ctx, 'db'>, id: string): Promise<RoleRow> {
  const [role] = z.uuid().safeParse(id).success ? await found(db, { id }) : []
  if (!role) throw new Refusal('not-found', 'errors.refusals.notFound')
  return shown(role)
}

const changed = () => new Refusal('conflict', 'roles.refusals.changed')

/** The state that was seen becomes a new one, or the change is refused. */
async function touch(tx: TenantDb, id: string, seen: string, data: Partial<z.output<typeof roleInput>> = {}): Promise<void> {
  const { count } = await tx.role.updateMany({ where: { id, updatedAt: new Date(seen) }, data: { ...data, updatedAt: machineTime() } })
  if (count === 0) throw changed()
}

type Change = z.output<typeof publishInput>['changes'][number]

async function apply(ctx: Ctx, tx: TenantDb, ids: ReadonlyMap<string, string>, { roleId, seen, grant, revoke }: Change): Promise<RoleRow & { after: Set<string>; granted: string[]; revoked: string[] }> {
  const role = await getRole({ db: tx }, roleId)
  const granted = grant.filter((name) => !role.held.includes(name))
  const revoked = revoke.filter((name) => role.held.includes(name))
  assertMayGrant(ctx, granted, role.reach)
  const after = new Set([...role.held.filter((name) => !revoke.some((gone) => gone === name)), ...granted])
  if (role.isBuiltIn && after.size === 0) throw new Refusal('invalid', 'roles.refusals.emptied', { params: { role: role.name } })
  await touch(tx, roleId, seen)
  const idsOf = (names: readonly string[]) => names.flatMap((name) => ids.get(name) ?? [])
  if (revoked.length > 0) await tx.rolePermission.deleteMany({ where: { roleId, permissionId: { in: idsOf(revoked) } } })
  if (granted.length > 0) await tx.rolePermission.createMany({ data: idsOf(granted).map((permissionId) => ({ roleId, permissionId })) })
  await tx.user.updateMany({ where: { roleId }, data: { permissionsVersion: { increment: 1 } } })
  return { ...role, after, granted, revoked }
}

/** All changes of a review at once, or none; one entry in the history; in force at everybody's next click. */
export const publishRoles = (ctx: Ctx, { changes, reason }: z.output<typeof publishInput>): Promise<{ people: number }> =>
  ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, ctx)
    const ids = new Map((await tx.permission.findMany({ select: { id: true, name: true } })).map(({ id, name }) => [name, id]))
    const done: Awaited<ReturnType<typeof apply>>[] = []
    for (const change of changes) done.push(await apply(ctx, tx, ids, change))
    await assertAdministrated(tx)
    const people = done.reduce((sum, role) => sum + role.people, 0)
    const said = (part: 'granted' | 'revoked') => done.filter((role) => role[part].length > 0).map((role) => `${role.name}: ${role[part].join(', ')}`).join('; ') || null
    await writeHistory(tx, ctx, { deed: 'publish-roles', entity: 'roles', id: done.length === 1 ? done[0]!.id : null, after: { granted: said('granted'), revoked: said('revoked'), people, reason } })
    return { people }
  }, { timeout: 30_000 })

const facts = ({ name, description, requiresSecondFactor }: Pick<RoleRow, 'name' | 'description' | 'requiresSecondFactor'>) => ({ name, description, requiresSecondFactor })

/** Renames a role, says what it is for and whether it demands a second factor; of a role above oneself the demand stays. */
export const updateRole = (ctx: Ctx, { id, seen, ...input }: z.output<typeof roleInput> & Seen): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const before = await getRole({ db: tx }, id)
    const isLetGo = before.requiresSecondFactor && !input.requiresSecondFactor
    if (isLetGo && isAbove(ctx, before.held, before.reach)) throw new Refusal('forbidden', 'roles.refusals.above')
    await touch(tx, id, seen, input)
    await writeHistory(tx, ctx, { deed: 'update-role', entity: 'roles', id, before: facts(before), after: facts(await getRole({ db: tx }, id)) })
    return { id }
  })

/** A new role that begins as another; whoever makes it holds all that it gives. */
export const copyRole = (ctx: Ctx, { id, name }: z.output<typeof copyRoleInput>): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const { held, reach, description, requiresSecondFactor } = await getRole({ db: tx }, id)
    assertMayGrant(ctx, held, reach)
    const made = await tx.role.create({ data: { name, reach, description, requiresSecondFactor }, select: { id: true } })
    const ids = await tx.permission.findMany({ where: { name: { in: held } }, select: { id: true } })
    if (ids.length > 0) await tx.rolePermission.createMany({ data: ids.map((permission) => ({ roleId: made.id, permissionId: permission.id })) })
    await writeHistory(tx, ctx, { deed: 'copy-role', entity: 'roles', id: made.id, after: { name, granted: held.join(', ') } })
    return made
  })

/** Takes a role away; whoever has it gets another in the same moment. What an organization began with stays. */
export const retireRole = (ctx: Ctx, { id, seen, to }: z.output<typeof retireRoleInput>): Promise<{ moved: number }> =>
  ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, ctx)
    const role = await getRole({ db: tx }, id)
    if (role.isBuiltIn) throw new Refusal('conflict', 'roles.refusals.builtIn')
    if (isAbove(ctx, role.held, role.reach)) throw new Refusal('forbidden', 'roles.refusals.aboveRetire')
    if (id === to || (role.people > 0 && !to)) throw new Refusal('invalid', 'errors.refusals.invalid', { fields: { to: { key: 'roles.problems.to' } } })
    const next = to ? await getRole({ db: tx }, to) : null
    if (next && role.people > 0) assertMayGrant(ctx, next.held, next.reach)
    await touch(tx, id, seen)
    if (next) await tx.user.updateMany({ where: { roleId: id }, data: { roleId: next.id, permissionsVersion: { increment: 1 } } })
    await tx.role.deleteMany({ where: { id } })
    await assertAdministrated(tx)
    await writeHistory(tx, ctx, { deed: 'retire-role', entity: 'roles', id, before: facts(role), after: { to: next?.name ?? null, people: role.people } })
    return { moved: role.people }
  })
