'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRowDeeds } from '@/components/record/use-row-deeds'
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
  const rowDeeds = useRowDeeds<CampusRow>({ may, edit: (id) => `/campuses/${id}/edit`, name: ({ name }) => name, remove: removeCampusAction, restore: restoreCampusAction })
  return (
    <DataTable
      caption={t('title')} view={view} page={page} columns={campusColumns(t)} filters={filters} search={t('search')} exportHref="/api/exports/campuses"
      rowHref={({ id }) => `/campuses/${id}`} rowDeeds={rowDeeds}
      empty={<EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>}
    />
  )
}
