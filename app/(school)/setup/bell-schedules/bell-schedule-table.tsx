'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRowDeeds } from '@/components/record/use-row-deeds'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { BellScheduleRow } from '@/lib/domain/timetable/bell-schedule.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { removeBellScheduleAction, restoreBellScheduleAction } from './actions'
import { bellScheduleColumns } from './bell-schedule-columns'

type BellScheduleTableProps = { view: ListView; page: Paged<BellScheduleRow>; filters: readonly Filter[]; ofOneCampus: boolean; may: { edit: boolean; remove: boolean }; deed: ReactNode }

export function BellScheduleTable({ view, page, filters, ofOneCampus, may, deed }: BellScheduleTableProps) {
  const t = useTranslations('timetables')
  const rowDeeds = useRowDeeds<BellScheduleRow>({ may, edit: (id) => `/setup/bell-schedules/${id}`, name: ({ name }) => name, remove: removeBellScheduleAction, restore: restoreBellScheduleAction })
  return (
    <DataTable
      caption={t('bells.title')} view={view} page={page} columns={bellScheduleColumns(t, ofOneCampus)} filters={filters} search={t('bells.search')} exportHref="/api/exports/bell-schedules"
      rowHref={may.edit ? ({ id }) => `/setup/bell-schedules/${id}` : undefined} rowDeeds={rowDeeds}
      empty={<EmptyState title={t('bells.empty')} deed={deed}>{t('bells.emptyHint')}</EmptyState>}
    />
  )
}
