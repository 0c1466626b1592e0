'use client'

import { Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRemove } from '@/components/record/remove-button'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { CampusRow } from '@/lib/domain/people/campus.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { removeCampusAction, restoreCampusAction } from './actions'
import { campusColumns } from './campus-columns'

type CampusTableProps = { view: ListView; page: Paged<CampusRow>; filters: readonly Filter[]; may: { edit: boolean; remove: boolean }; deed: ReactNode }

export function CampusTable({ view, page, filters, may, deed }: CampusTableProps) {
  const t = useTranslations('campuses')
  const { run } = useRemove(removeCampusAction, restoreCampusAction)
  const rowDeeds = ({ id, seen, name }: CampusRow) => [
    ...(may.edit ? [{ label: t('edit'), icon: <Pencil aria-hidden />, href: `/campuses/${id}/edit` }] : []),
    ...(may.remove ? [{ label: t('remove'), icon: <Trash2 aria-hidden />, bad: true, onChoose: () => run({ id, seen }, name) }] : []),
  ]
  return (
    <DataTable
      caption={t('title')} view={view} page={page} columns={campusColumns(t)} filters={filters} search={t('search')} exportHref="/api/exports/campuses"
      rowHref={({ id }) => `/campuses/${id}`} rowDeeds={may.edit || may.remove ? rowDeeds : undefined}
      empty={<EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>}
    />
  )
}
