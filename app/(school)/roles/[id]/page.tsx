import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { matrixGroups, matrixRoles } from '../permission-words.server'
import { Matrix } from '../matrix'
import { openRole } from './open-role.server'
import { RoleForm } from './role-form'

export default async function RolePage({ params }: PageProps<'/roles/[id]'>) {
  const { ctx, row } = await openRole((await params).id)
  const [t, groups] = await Promise.all([getTranslations('roles'), matrixGroups(ctx)])
  const mayEdit = ctx.can('UPDATE_ROLES')
  return (
    <>
      {mayEdit && <Card title={t('tabs.role')}><RoleForm key={row.seen} row={row} /></Card>}
      {!mayEdit && row.description && <p>{row.description}</p>}
      <Matrix roles={matrixRoles([row], groups)} groups={groups} mayEdit={mayEdit} ownRoleId={ctx.role.id} />
    </>
  )
}
