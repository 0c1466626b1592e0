import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Screen } from '@/components/ui/screen'
import { Tabs } from '@/components/ui/tabs'
import { countOf, shownKinds } from '@/lib/domain/interop/import-batch'
import type { ImportRecord } from '@/lib/domain/interop/public.server'
import { ImportStateMark } from '../import-state'
import { ImportSteps } from './import-steps'

type ImportFrameProps = { batch: ImportRecord; by: string | null; current: 'overview' | 'remarks' | 'difference'; children: ReactNode }

/** What all pages of one import share: its name, its state, its steps and the ways between them. */
export function ImportFrame({ batch, by, current, children }: ImportFrameProps) {
  const t = useTranslations('imports')
  const format = useFormatter()
  const { id, fileName, summary, state, createdAt } = batch
  const { error, warning, info } = summary.remarks
  const changes = shownKinds.reduce((sum, kind) => sum + countOf(summary, kind), 0)
  const base = `/imports/${id}`
  const tabs = [
    { href: base, label: t('tabs.overview'), current: current === 'overview' },
    { href: `${base}/remarks${error > 0 ? '?severity=error' : ''}`, label: t('tabs.remarks'), current: current === 'remarks', count: error + warning + info },
    { href: `${base}/difference`, label: t('tabs.difference'), current: current === 'difference', count: changes },
  ]
  return (
    <Screen
      title={fileName}
      description={t('frame', { when: format.dateTime(createdAt, { dateStyle: 'medium', timeStyle: 'short' }), by: by ?? '–' })}
      aside={<ImportStateMark state={state} summary={summary} />}
      tabs={<Tabs label={t('tabs.label')} tabs={tabs} />}
    >
      <ImportSteps batch={batch} />
      {children}
    </Screen>
  )
}
