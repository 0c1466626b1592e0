import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { RecordFrame } from '@/components/record/record-frame'
import { RemoveButton } from '@/components/record/remove-button'
import { LinkButton } from '@/components/ui/link-button'
import { Day } from '@/components/ui/day'
import { Status } from '@/components/ui/status'
import { removeDocumentAction, restoreDocumentAction } from '../actions'
import { titled } from '../../titled'
import { openDocument } from './open-document.server'

const rooms: Readonly<Record<string, string>> = { student: 'students', staff: 'staff', campus: 'campuses' }

export async function generateMetadata({ params }: LayoutProps<'/documents/[id]'>) {
  return titled((await openDocument((await params).id)).row.name)
}

export default async function DocumentLayout({ params, children }: LayoutProps<'/documents/[id]'>) {
  const { ctx, row } = await openDocument((await params).id)
  const { id, seen, name, values, owner, entityType, entityReference, expiresOn, expiry } = row
  const t = await getTranslations('documents')
  const room = rooms[entityType]
  const facts = [
    { label: t('fields.category'), value: t(`categories.${String(values.category)}`) },
    { label: t('fields.owner'), value: owner && room && entityReference ? <Link href={`/${room}/${entityReference}`} className="hover:underline">{owner}</Link> : t(`owners.${entityType}`) },
    { label: t('fields.expiresOn'), value: expiresOn ? <Day on={expiresOn} /> : '–' },
  ]
  const deeds = (
    <>
      {ctx.can('DELETE_DOCUMENTS') && <RemoveButton id={id} seen={seen} name={name} remove={removeDocumentAction} restore={restoreDocumentAction} listHref="/documents" />}
      {ctx.can('UPDATE_DOCUMENTS') && <LinkButton href={`/documents/${id}/edit`} variant="primary">{t('edit')}</LinkButton>}
    </>
  )
  const tabs = [{ segment: '', label: t('tabs.files') }, { segment: 'history', label: t('tabs.history') }]
  return <RecordFrame name={name} facts={facts} status={expiry && <Status tone={expiry === 'expired' ? 'bad' : 'warn'}>{t(`expiries.${expiry}`)}</Status>} deeds={deeds} label={t('tabs.label')} path={`/documents/${id}`} tabs={tabs}>{children}</RecordFrame>
}
