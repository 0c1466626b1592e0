'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRowDeeds } from '@/components/record/use-row-deeds'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { StaffRow } from '@/lib/domain/people/staff.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { removeStaffAction, restoreStaffAction } from './actions'
import { staffColumns } from './staff-columns'

type StaffTableProps = { view: ListView; page: Paged<StaffRow>; filters: readonly Filter[]; ofOneCampus: boolean; may: { edit: boolean; remove: boolean }; deed: ReactNode }

export function StaffTable({ view, page, filters, ofOneCampus, may, deed }: StaffTableProps) {
  const t = useTranslations('staff')
  const rowDeeds = useRowDeeds<StaffRow>({ may, edit: (id) => `/staff/${id}/edit`, name: ({ firstName, lastName }) => `${firstName} ${lastName}`, remove: removeStaffAction, restore: restoreStaffAction })
  return (
    <DataTable
      caption={t('title')} view={view} page={page} columns={staffColumns(t, ofOneCampus)} filters={filters} search={t('search')} exportHref="/api/exports/staff"
      rowHref={({ id }) => `/staff/${id}`} rowDeeds={rowDeeds}
      empty={<EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>}
    />
  )
}
