'use client'

import { FileUp } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { DataTable } from '@/components/table/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { importStates } from '@/lib/domain/interop/import-batch'
import type { ImportRow } from '@/lib/domain/interop/public.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { importColumns } from './import-columns'

type ImportTableProps = { view: ListView; page: Paged<ImportRow>; mayRun: boolean }

export function ImportTable({ view, page, mayRun }: ImportTableProps) {
  const t = useTranslations('imports')
  const columns = importColumns(t, useFormatter())
  const options = importStates.map((state) => ({ value: state, label: t(`states.${state}`) }))
  const empty = (
    <EmptyState icon={<FileUp />} title={t('list.emptyTitle')} deed={mayRun && <LinkButton href="/imports/new" variant="primary">{t('new')}</LinkButton>}>
      {t('list.emptyText')}
    </EmptyState>
  )
  return (
    <DataTable caption={t('list.caption')} view={view} page={page} columns={columns} rowHref={(row) => `/imports/${row.id}`} filters={[{ name: 'state', label: t('list.state'), options }]} empty={empty} />
  )
}
