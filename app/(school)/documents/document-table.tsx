'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRowDeeds } from '@/components/record/use-row-deeds'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { DocumentRow } from '@/lib/domain/people/document.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { removeDocumentAction, restoreDocumentAction } from './actions'
import { documentColumns } from './document-columns'

type DocumentTableProps = { view: ListView; page: Paged<DocumentRow>; filters: readonly Filter[]; may: { edit: boolean; remove: boolean }; deed: ReactNode }

export function DocumentTable({ view, page, filters, may, deed }: DocumentTableProps) {
  const t = useTranslations('documents')
  const rowDeeds = useRowDeeds<DocumentRow>({ may, edit: (id) => `/documents/${id}/edit`, name: ({ name }) => name, remove: removeDocumentAction, restore: restoreDocumentAction })
  return (
    <DataTable
      caption={t('title')} view={view} page={page} columns={documentColumns(t)} filters={filters} search={t('search')} exportHref="/api/exports/documents"
      rowHref={({ id }) => `/documents/${id}`} rowDeeds={rowDeeds}
      empty={<EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>}
    />
  )
}
