'use client'

import { Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRemove } from '@/components/record/remove-button'
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
  const { run } = useRemove(removeBellScheduleAction, restoreBellScheduleAction)
  const rowDeeds = ({ id, seen, name }: BellScheduleRow) => [
    ...(may.edit ? [{ label: t('edit'), icon: <Pencil aria-hidden />, href: `/setup/bell-schedules/${id}` }] : []),
    ...(may.remove ? [{ label: t('remove'), icon: <Trash2 aria-hidden />, bad: true, onChoose: () => run({ id, seen }, name) }] : []),
  ]
  return (
    <DataTable
      caption={t('bells.title')} view={view} page={page} columns={bellScheduleColumns(t, ofOneCampus)} filters={filters} search={t('bells.search')} exportHref="/api/exports/bell-schedules"
      rowHref={may.edit ? ({ id }) => `/setup/bell-schedules/${id}` : undefined} rowDeeds={may.edit || may.remove ? rowDeeds : undefined}
      empty={<EmptyState title={t('bells.empty')} deed={deed}>{t('bells.emptyHint')}</EmptyState>}
    />
  )
}
