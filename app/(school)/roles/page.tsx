import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { listRoles } from '@/lib/domain/access/role-edit.server'
import { requirePage } from '@/lib/platform/context.server'
import { Matrix } from './matrix'
import { matrixGroups, matrixRoles } from './permission-words.server'

export async function generateMetadata() {
  return { title: (await getTranslations('roles'))('title') }
}

export default async function RolesPage() {
  const ctx = await requirePage('READ_ROLES')
  const [t, roles, groups] = await Promise.all([getTranslations('roles'), listRoles(ctx), matrixGroups(ctx)])
  const aside = ctx.can('READ_USERS') && <LinkButton href="/users" variant="quiet">{t('users')}</LinkButton>
  return (
    <Screen title={t('title')} description={t('description')} aside={aside} wide>
      <Matrix roles={matrixRoles(roles, groups)} groups={groups} mayEdit={ctx.can('UPDATE_ROLES')} ownRoleId={ctx.role.id} />
    </Screen>
  )
}
