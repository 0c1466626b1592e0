'use client'

import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { StaffRecordRow } from '@/lib/domain/attendance/staff-day.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { staffRecordColumns } from './staff-record-columns'

type StaffRecordTableProps = { view: ListView; page: Paged<StaffRecordRow>; filters: readonly Filter[]; ofOneCampus: boolean }

export function StaffRecordTable({ view, page, filters, ofOneCampus }: StaffRecordTableProps) {
  const t = useTranslations('attendance.staff')
  return (
    <DataTable
      caption={t('recordsTitle')} view={view} page={page} columns={staffRecordColumns(t, ofOneCampus)} filters={filters} search={t('search')} exportHref="/api/exports/staff-attendance"
      rowHref={({ date }) => `/attendance/staff?date=${date}`} empty={<EmptyState title={t('noRecords')}>{t('noRecordsText')}</EmptyState>}
    />
  )
}
