'use client'

import { Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRemove } from '@/components/record/remove-button'
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
  const { run } = useRemove(removeStaffAction, restoreStaffAction)
  const rowDeeds = ({ id, seen, firstName, lastName }: StaffRow) => [
    ...(may.edit ? [{ label: t('edit'), icon: <Pencil aria-hidden />, href: `/staff/${id}/edit` }] : []),
    ...(may.remove ? [{ label: t('remove'), icon: <Trash2 aria-hidden />, bad: true, onChoose: () => run({ id, seen }, `${firstName} ${lastName}`) }] : []),
  ]
  return (
    <DataTable
      caption={t('title')} view={view} page={page} columns={staffColumns(t, ofOneCampus)} filters={filters} search={t('search')} exportHref="/api/exports/staff"
      rowHref={({ id }) => `/staff/${id}`} rowDeeds={may.edit || may.remove ? rowDeeds : undefined}
      empty={<EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>}
    />
  )
}
