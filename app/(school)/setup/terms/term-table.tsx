'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRowDeeds } from '@/components/record/use-row-deeds'
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
  const rowDeeds = useRowDeeds<TermRow>({ may, edit: (id) => `/setup/terms/${id}`, name: ({ name }) => name, remove: removeTermAction, restore: restoreTermAction })
  return (
    <DataTable
      caption={t('terms.title')} view={view} page={page} columns={termColumns(t)} filters={filters} search={t('terms.search')} exportHref="/api/exports/terms"
      rowHref={may.edit ? ({ id }) => `/setup/terms/${id}` : undefined} rowDeeds={rowDeeds}
      empty={<EmptyState title={t('terms.empty')} deed={deed}>{t('terms.emptyHint')}</EmptyState>}
    />
  )
}
