'use client'

import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { StaffRow } from '@/lib/domain/people/staff.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { staffColumns } from './staff-columns'

type StaffTableProps = { view: ListView; page: Paged<StaffRow>; filters: readonly Filter[]; ofOneCampus: boolean }

export function StaffTable({ view, page, filters, ofOneCampus }: StaffTableProps) {
  const t = useTranslations('staff')
  return <DataTable caption={t('title')} view={view} page={page} columns={staffColumns(t, ofOneCampus)} filters={filters} search={t('search')} exportHref="/api/exports/staff" empty={<EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>} />
}
