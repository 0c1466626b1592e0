import 'server-only'
import type { z } from 'zod'
import { machineTime } from '@/lib/platform/clock.server'
import type { Seen } from '@/lib/platform/catalog'
import type { Ctx } from '@/lib/platform/context'
import { gate } from '@/lib/platform/db/gate.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { endSessionsOf } from '@/lib/platform/session/refresh.server'
import { assertAdministrated, assertMayActOn, assertMayGrant, roleGiving, takeTurn } from './grant.server'
import { leaveMail } from './mail.server'
import type { userInput } from './user'
import { getUser, type UserRecord } from './user.server'

type Target = { id: string; seen: string }

/** Somebody else's account, read within the deed; oneself and whoever stands above are refused. */
async function somebody(ctx: Ctx, tx: TenantDb, { id }: Pick<Target, 'id'>): Promise<UserRecord> {
  const user = await getUser({ ...ctx, db: tx }, id)
  if (id === ctx.user.id) throw new Refusal('forbidden', 'users.refusals.self')
  await assertMayActOn(ctx, tx, user)
  return user
}

const conflict = () => new Refusal('conflict', 'users.refusals.changed')

/** The same, if it is still what was seen. */
async function target(ctx: Ctx, tx: TenantDb, asked: Target): Promise<UserRecord> {
  const user = await somebody(ctx, tx, asked)
  if (user.seen !== asked.seen) throw conflict()
  return user
}

async function setCampuses(tx: TenantDb, userId: string, wanted: readonly string[], had: readonly string[]): Promise<void> {
  const gone = had.filter((id) => !wanted.includes(id))
  if (gone.length > 0) await tx.userCampus.deleteMany({ where: { userId, campusId: { in: gone } } })
  const added = wanted.filter((id) => !had.includes(id))
  if (added.length > 0) await tx.userCampus.createMany({ data: added.map((campusId) => ({ userId, campusId })) })
}

async function setPermissions(ctx: Ctx, tx: TenantDb, userId: string, wanted: readonly string[], had: readonly string[]): Promise<void> {
  const added = wanted.filter((name) => !had.includes(name))
  assertMayGrant(ctx, added)
  const ids = new Map((await tx.permission.findMany({ where: { name: { in: [...new Set([...wanted, ...had])] } }, select: { id: true, name: true } })).map(({ id, name }) => [name, id]))
  const gone = had.filter((name) => !wanted.includes(name)).flatMap((name) => ids.get(name) ?? [])
  if (gone.length > 0) await tx.userPermission.deleteMany({ where: { userId, permissionId: { in: gone } } })
  if (added.length > 0) await tx.userPermission.createMany({ data: added.flatMap((name) => ids.get(name) ?? []).map((permissionId) => ({ userId, permissionId })) })
}

async function setStaff(tx: TenantDb, userId: string, staffId: string | null, had: string | null): Promise<void> {
  if (staffId === had) return
  if (had) await tx.staff.updateMany({ where: { id: had }, data: { userId: null } })
  if (!staffId) return
  const { count } = await tx.staff.updateMany({ where: { id: staffId, userId: null }, data: { userId } })
  if (count === 0) throw new Refusal('conflict', 'users.refusals.staffTaken', { fields: { staffId: { key: 'users.refusals.staffTaken' } } })
}

const factsOf = ({ role, campuses, permissions, staff }: Pick<UserRecord, 'role' | 'campuses' | 'permissions' | 'staff'>) => ({
  role: role?.name ?? '', campuses: campuses.map(({ name }) => name).sort().join(', '), permissions: [...permissions].sort().join(', '), staff: staff?.name ?? '',
})

/** Changes role, campuses, direct permissions and staff record of an account; it acts on the person's next request. */
export const updateUser = (ctx: Ctx, { id, seen, roleId, campusIds, permissions, staffId }: z.output<typeof userInput> & Seen): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, ctx)
    const before = await getUser({ ...ctx, db: tx }, id)
    if (before.seen !== seen) throw conflict()
    await assertMayActOn(ctx, tx, before)
    if (roleId !== before.roleId) {
      const role = await roleGiving(tx, roleId)
      assertMayGrant(ctx, role.permissions, role.reach)
    }
    const version = { permissionsVersion: { increment: 1 } } as const
    const { count } = await tx.user.updateMany({ where: { id, updatedAt: new Date(seen) }, data: { roleId, ...version } })
    if (count === 0) throw conflict()
    await setCampuses(tx, id, campusIds, before.campuses.map((campus) => campus.id))
    await setPermissions(ctx, tx, id, permissions, before.permissions)
    await setStaff(tx, id, staffId, before.staff?.id ?? null)
    await assertAdministrated(tx)
    const after = await getUser({ ...ctx, db: tx }, id)
    await writeHistory(tx, ctx, { deed: 'update-user', entity: 'users', id, before: factsOf(before), after: factsOf(after) })
    return { id }
  })

/** Shuts an account: at its next click the person is out, and nobody signs in with it. Whatever the person changes meanwhile keeps nobody from it. */
export async function disableUser(ctx: Ctx, asked: Target): Promise<void> {
  await ctx.db.$transaction(async (tx) => {
    await takeTurn(tx, ctx)
    await somebody(ctx, tx, asked)
    await tx.user.updateMany({ where: { id: asked.id }, data: { disabled: true } })
    await assertAdministrated(tx)
    await writeHistory(tx, ctx, { deed: 'disable-user', entity: 'users', id: asked.id })
  })
  await endSessionsOf(asked.id)
}

export const enableUser = (ctx: Ctx, asked: Target): Promise<void> =>
  ctx.db.$transaction(async (tx) => {
    await target(ctx, tx, asked)
    await tx.user.updateMany({ where: { id: asked.id }, data: { disabled: false } })
    await writeHistory(tx, ctx, { deed: 'enable-user', entity: 'users', id: asked.id })
  })

/** Signs somebody out everywhere. */
export async function endUserSessions(ctx: Ctx, asked: Target): Promise<void> {
  await ctx.db.$transaction(async (tx) => {
    await somebody(ctx, tx, asked)
    await writeHistory(tx, ctx, { deed: 'end-sessions', entity: 'users', id: asked.id })
  })
  await endSessionsOf(asked.id)
}

/** Starts what only the person can finish: an administrator never chooses somebody's password. */
export const sendReset = (ctx: Ctx, asked: Target): Promise<void> =>
  ctx.db.$transaction(async (tx) => {
    const { email, status, id } = await target(ctx, tx, asked)
    if (status !== 'active') throw conflict()
    await leaveMail(tx, { template: 'reset', recipient: email, userId: id, locale: ctx.locale })
    await writeHistory(tx, ctx, { deed: 'send-reset', entity: 'users', id })
  })

/** Takes the second factor off somebody who lost the device; their role may demand a new one at once. */
export async function dropFactor(ctx: Ctx, asked: Target): Promise<void> {
  await ctx.db.$transaction(async (tx) => {
    const { email, factorSince } = await target(ctx, tx, asked)
    if (!factorSince) throw conflict()
    await leaveMail(tx, { template: 'factor-changed', recipient: email, userId: asked.id, locale: ctx.locale })
    await writeHistory(tx, ctx, { deed: 'drop-factor', entity: 'users', id: asked.id })
  })
  await gate().secondFactor.deleteMany({ where: { userId: asked.id } })
  await gate().recoveryCode.deleteMany({ where: { userId: asked.id } })
  await endSessionsOf(asked.id)
}

async function invitation(ctx: Ctx, tx: TenantDb, asked: Target): Promise<UserRecord> {
  const user = await target(ctx, tx, asked)
  if (user.status !== 'invited') throw conflict()
  return user
}

/** Sends the invitation again; the link before opens nothing any more. */
export const resendInvitation = (ctx: Ctx, asked: Target): Promise<void> =>
  ctx.db.$transaction(async (tx) => {
    const { email, role } = await invitation(ctx, tx, asked)
    await tx.user.updateMany({ where: { id: asked.id }, data: { invitedAt: machineTime() } })
    await leaveMail(tx, { template: 'invite', recipient: email, userId: asked.id, locale: ctx.locale, params: { inviter: ctx.user.name, role: role?.name ?? '' } })
    await writeHistory(tx, ctx, { deed: 'resend-invitation', entity: 'users', id: asked.id })
  })

/** Takes an invitation back: its account is removed, and its link opens nothing. Whoever accepted it a moment ago stays. */
export const revokeInvitation = (ctx: Ctx, asked: Target): Promise<void> =>
  ctx.db.$transaction(async (tx) => {
    const { email, staff } = await invitation(ctx, tx, asked)
    await setStaff(tx, asked.id, null, staff?.id ?? null)
    const { count } = await tx.user.deleteMany({ where: { id: asked.id, emailVerified: false } })
    if (count === 0) throw conflict()
    await writeHistory(tx, ctx, { deed: 'revoke-invitation', entity: 'users', id: asked.id, before: { email } })
  })
