import 'server-only'
import { getTranslations } from 'next-intl/server'
import { permissionsByModule, type ModuleKey } from '@/lib/domain/access/role-change'
import type { RoleRow } from '@/lib/domain/access/role-edit.server'
import type { Ctx } from '@/lib/platform/context'
import { permissions } from '@/lib/platform/permissions'

/** Every permission with its sentence; what one does not hold oneself is not one's to give. */
export async function permissionChoices(ctx: Ctx) {
  const t = await getTranslations('permissions')
  return permissions.map((name) => ({ value: name as string, label: t(name), disabled: !ctx.can(name) }))
}

export type MatrixGroup = { key: ModuleKey; rows: readonly { name: string; label: string; mayGive: boolean }[] }

/** The rows of the matrix, module by module. */
export async function matrixGroups(ctx: Ctx): Promise<MatrixGroup[]> {
  const t = await getTranslations('permissions')
  return permissionsByModule.map(({ key, names }) => ({ key, rows: names.map((name) => ({ name, label: t(name), mayGive: ctx.can(name) })) })).filter(({ rows }) => rows.length > 0)
}

/** A column of the matrix: what the role gives is a 1 or a 0 for each row, in their order. */
export type MatrixRole = { id: string; name: string; people: number; seen: string; held: string }

export const matrixRoles = (roles: readonly RoleRow[], groups: readonly MatrixGroup[]): MatrixRole[] =>
  roles.map(({ id, name, people, seen, held }) => ({ id, name, people, seen, held: groups.flatMap(({ rows }) => rows.map((row) => (held.includes(row.name) ? '1' : '0'))).join('') }))
