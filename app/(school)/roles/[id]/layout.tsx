import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { RecordFrame } from '@/components/record/record-frame'
import { Face } from '@/components/ui/face'
import { Status } from '@/components/ui/status'
import { roleChoices } from '@/lib/domain/access/user.server'
import { titled } from '../../titled'
import { openRole } from './open-role.server'
import { CopyDialog, RetireDialog } from './role-deeds'

export async function generateMetadata({ params }: LayoutProps<'/roles/[id]'>) {
  return titled((await openRole((await params).id)).row.name)
}

export default async function RoleLayout({ params, children }: LayoutProps<'/roles/[id]'>) {
  const { ctx, row } = await openRole((await params).id)
  const [t, roles] = await Promise.all([getTranslations('roles'), roleChoices(ctx)])
  const { id, seen, name, people, reach, held, isBuiltIn } = row
  const tabs = [{ segment: '', label: t('tabs.role') }, { segment: 'history', label: t('tabs.history') }]
  const facts = [
    { label: t('has'), value: ctx.can('READ_USERS') ? <Link href={`/users?role=${id}`} className="hover:underline">{t('people', { people })}</Link> : t('people', { people }) },
    { label: t('reach.label'), value: t(`reach.${reach}`) },
    { label: t('permissions'), value: String(held.length) },
  ]
  const deeds = (
    <>
      {ctx.can('DELETE_ROLES') && !isBuiltIn && <RetireDialog id={id} seen={seen} name={name} people={people} roles={roles.filter(({ value }) => value !== id)} />}
      {ctx.can('CREATE_ROLES') && <CopyDialog id={id} name={name} />}
    </>
  )
  return <RecordFrame picture={<Face name={name} size={40} />} name={name} facts={facts} status={isBuiltIn && <Status tone="quiet">{t('builtIn')}</Status>} deeds={deeds} label={t('tabs.label')} path={`/roles/${id}`} tabs={tabs}>{children}</RecordFrame>
}
