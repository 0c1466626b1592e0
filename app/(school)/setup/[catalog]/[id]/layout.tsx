import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { RecordTabs } from '@/components/record/record-tabs'
import { Screen } from '@/components/ui/screen'
import { titled } from '../../../titled'
import { RemoveButton } from '../remove-button'
import { openEntry } from './open-entry.server'

type RecordProps = { params: Promise<{ catalog: string; id: string }>; children: ReactNode }

export async function generateMetadata({ params }: RecordProps) {
  const { catalog, id } = await params
  const { row, say } = await openEntry(catalog, id)
  return titled(String(row.values.name ?? say('edit')))
}

export default async function EntryLayout({ params, children }: RecordProps) {
  const { catalog, id } = await params
  const [{ ctx, name, facts, row, say }, t] = await Promise.all([openEntry(catalog, id), getTranslations('setup')])
  const title = String(row.values.name ?? say('edit'))
  const mayRemove = ctx.can(facts.needs.remove) && ctx.role.reach === 'organization'
  const tabs = [{ segment: '', label: t('tabs.details') }, { segment: 'history', label: t('tabs.history') }]
  return (
    <Screen
      title={title}
      aside={mayRemove && <RemoveButton entry={name} id={row.id} seen={row.seen} name={title} />}
      tabs={<RecordTabs label={t('tabs.label')} path={`${facts.path}/${id}`} tabs={tabs} />}
    >
      {children}
    </Screen>
  )
}
