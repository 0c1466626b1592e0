'use client'

import { Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRemove } from '@/components/record/remove-button'
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
  const { run } = useRemove(removeDocumentAction, restoreDocumentAction)
  const rowDeeds = ({ id, seen, name }: DocumentRow) => [
    ...(may.edit ? [{ label: t('edit'), icon: <Pencil aria-hidden />, href: `/documents/${id}/edit` }] : []),
    ...(may.remove ? [{ label: t('remove'), icon: <Trash2 aria-hidden />, bad: true, onChoose: () => run({ id, seen }, name) }] : []),
  ]
  return (
    <DataTable
      caption={t('title')} view={view} page={page} columns={documentColumns(t)} filters={filters} search={t('search')} exportHref="/api/exports/documents"
      rowHref={({ id }) => `/documents/${id}`} rowDeeds={may.edit || may.remove ? rowDeeds : undefined}
      empty={<EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>}
    />
  )
}
