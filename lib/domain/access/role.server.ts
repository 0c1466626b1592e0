import 'server-only'
import { createTranslator } from 'next-intl'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { defaultLocale, isLocale } from '@/lib/platform/i18n/locales'
import { messagesOf } from '@/lib/platform/i18n/messages.server'
import { defaultRoles, type RoleKey } from './role'

/** What a role that comes along is called in a language. */
export async function roleNamesIn(locale: string): Promise<(key: string) => string> {
  const t = createTranslator({ locale, messages: await messagesOf(isLocale(locale) ? locale : defaultLocale) }) as unknown as (key: string) => string
  return (key) => t(`roles.usual.${key}`)
}

/** Gives a new organization the roles it begins with, in its own language. Returns their ids by key. */
export async function createDefaultRoles(db: TenantDb, locale: string = defaultLocale): Promise<Record<RoleKey, string>> {
  const nameOf = await roleNamesIn(locale)
  return db.$transaction(async (tx) => {
    const known = new Map((await tx.permission.findMany({ select: { id: true, name: true } })).map(({ id, name }) => [name, id]))
    const roles = await tx.role.createManyAndReturn({
      data: Object.values(defaultRoles).map(({ key, reach }) => ({ key, name: nameOf(key), reach, requiresSecondFactor: key === 'organization_administrator' })),
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
