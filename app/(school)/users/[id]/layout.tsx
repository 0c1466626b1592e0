import { getFormatter, getTranslations } from 'next-intl/server'
import { RecordFrame } from '@/components/record/record-frame'
import { Face } from '@/components/ui/face'
import { Status } from '@/components/ui/status'
import { userTones } from '../user-columns'
import { titled } from '../../titled'
import { openUser } from './open-user.server'
import { UserDeeds } from './user-deeds'

export async function generateMetadata({ params }: LayoutProps<'/users/[id]'>) {
  return titled((await openUser((await params).id)).row.name)
}

export default async function UserLayout({ params, children }: LayoutProps<'/users/[id]'>) {
  const { ctx, row } = await openUser((await params).id)
  const [t, format] = await Promise.all([getTranslations('users'), getFormatter()])
  const { id, seen, name, status, factorSince, lastSeenAt, role } = row
  const tabs = [{ segment: '', label: t('tabs.access') }, { segment: 'history', label: t('tabs.history') }]
  const facts = [
    { label: t('fields.role'), value: role?.name ?? '–' },
    { label: t('fields.seen'), value: lastSeenAt ? format.dateTime(lastSeenAt, { dateStyle: 'medium', timeStyle: 'short' }) : t('seen.never') },
    { label: t('fields.factor'), value: t(factorSince ? 'factor.on' : 'factor.off') },
  ]
  const may = { update: ctx.can('UPDATE_USERS'), invite: ctx.can('CREATE_USERS'), revoke: ctx.can('DELETE_USERS') }
  return (
    <RecordFrame
      picture={<Face name={name} size={40} />} name={name} facts={facts} status={<Status tone={userTones[status]}>{t(`statuses.${status}`)}</Status>} label={t('tabs.label')} path={`/users/${id}`} tabs={tabs}
      deeds={id !== ctx.user.id && <UserDeeds id={id} seen={seen} name={name} status={status} hasFactor={factorSince !== null} may={may} />}
    >
      {children}
    </RecordFrame>
  )
}
