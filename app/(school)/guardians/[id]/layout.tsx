import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { RecordHeader } from '@/components/record/record-header'
import { RecordTabs } from '@/components/record/record-tabs'
import { RemoveButton } from '@/components/record/remove-button'
import { Face } from '@/components/ui/face'
import { LinkButton } from '@/components/ui/link-button'
import { PhoneLink } from '@/components/ui/phone-link'
import { Status } from '@/components/ui/status'
import { photosOf } from '@/lib/domain/files/public.server'
import { guardianFiles } from '@/lib/domain/people/people-files.server'
import { removeGuardianAction, restoreGuardianAction } from '../actions'
import { titled } from '../../titled'
import { openGuardian } from './open-guardian.server'

export async function generateMetadata({ params }: LayoutProps<'/guardians/[id]'>) {
  return titled(String((await openGuardian((await params).id)).row.values.fullName))
}

export default async function GuardianLayout({ params, children }: LayoutProps<'/guardians/[id]'>) {
  const { ctx, row } = await openGuardian((await params).id)
  const [t, photos] = await Promise.all([getTranslations('guardians'), photosOf(ctx, guardianFiles, [row.id])])
  const { id, seen, values, child } = row
  const name = String(values.fullName)
  const path = `/guardians/${id}`
  const tabs = [{ segment: '', label: t('tabs.details') }, { segment: 'files', label: t('tabs.files') }, { segment: 'history', label: t('tabs.history') }]
  const facts = [
    { label: t('fields.student'), value: child && (ctx.can('READ_STUDENTS') ? <Link href={`/students/${child.id}`} className="hover:underline">{child.name}</Link> : child.name) },
    { label: t('fields.relationship'), value: t(`relationships.${String(values.relationship)}`) },
    { label: t('fields.phone'), value: values.phone ? <PhoneLink number={String(values.phone)} className="hover:underline" /> : '–' },
  ]
  const deeds = (
    <>
      {ctx.can('DELETE_GUARDIANS') && <RemoveButton id={id} seen={seen} name={name} remove={removeGuardianAction} restore={restoreGuardianAction} listHref="/guardians" />}
      {ctx.can('UPDATE_GUARDIANS') && <LinkButton href={`${path}/edit`} variant="primary">{t('edit')}</LinkButton>}
    </>
  )
  return (
    <div className="screen mx-auto flex w-full flex-1 flex-col">
      <RecordHeader picture={<Face name={name} photo={photos.get(id)} size={40} />} name={name} facts={facts} status={!values.phone && !values.email && <Status tone="warn" icon="alert">{t('contact.unreachable')}</Status>} deeds={deeds} tabs={<RecordTabs label={t('tabs.label')} path={path} tabs={tabs} />} />
      <div className="flex flex-1 flex-col gap-4">{children}</div>
    </div>
  )
}
