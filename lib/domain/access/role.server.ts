import 'server-only'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { defaultRoles, type RoleKey } from './role'

/** Gives a new organization the roles it begins with. Returns their ids by key. */
export async function createDefaultRoles(db: TenantDb): Promise<Record<RoleKey, string>> {
  return db.$transaction(async (tx) => {
    const known = new Map((await tx.permission.findMany({ select: { id: true, name: true } })).map(({ id, name }) => [name, id]))
    const roles = await tx.role.createManyAndReturn({
      data: Object.values(defaultRoles).map(({ key, name, reach }) => ({ key, name, reach, requiresSecondFactor: key === 'organization_administrator' })),
      select: { id: true, key: true },
    })
    const idOf = Object.fromEntries(roles.map(({ id, key }) => [key, id])) as Record<RoleKey, string>
    const granted = Object.values(defaultRoles).flatMap((role) =>
      role.permissions.map((name) => ({ roleId: idOf[role.key as RoleKey], permissionId: known.get(name) as string })),
    )
    await tx.rolePermission.createMany({ data: granted })
    return idOf
  })
}
