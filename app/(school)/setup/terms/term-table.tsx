'use client'

import { Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRemove } from '@/components/record/remove-button'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { TermRow } from '@/lib/domain/academics/term.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { removeTermAction, restoreTermAction } from './actions'
import { termColumns } from './term-columns'

type TermTableProps = { view: ListView; page: Paged<TermRow>; filters: readonly Filter[]; may: { edit: boolean; remove: boolean }; deed: ReactNode }

export function TermTable({ view, page, filters, may, deed }: TermTableProps) {
  const t = useTranslations('setup')
  const { run } = useRemove(removeTermAction, restoreTermAction)
  const rowDeeds = ({ id, seen, name }: TermRow) => [
    ...(may.edit ? [{ label: t('edit'), icon: <Pencil aria-hidden />, href: `/setup/terms/${id}` }] : []),
    ...(may.remove ? [{ label: t('remove'), icon: <Trash2 aria-hidden />, bad: true, onChoose: () => run({ id, seen }, name) }] : []),
  ]
  return (
    <DataTable
      caption={t('terms.title')} view={view} page={page} columns={termColumns(t)} filters={filters} search={t('terms.search')} exportHref="/api/exports/terms"
      rowHref={may.edit ? ({ id }) => `/setup/terms/${id}` : undefined} rowDeeds={may.edit || may.remove ? rowDeeds : undefined}
      empty={<EmptyState title={t('terms.empty')} deed={deed}>{t('terms.emptyHint')}</EmptyState>}
    />
  )
}
