'use client'

import { Copy, Trash2 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRemove } from '@/components/record/remove-button'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { TimetableRow } from '@/lib/domain/timetable/timetable.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { removeTimetableAction, restoreTimetableAction } from './actions'
import { timetableColumns } from './timetable-columns'

type TimetableTableProps = { view: ListView; page: Paged<TimetableRow>; filters: readonly Filter[]; ofOneCampus: boolean; may: { create: boolean; remove: boolean }; deed: ReactNode }

export function TimetableTable({ view, page, filters, ofOneCampus, may, deed }: TimetableTableProps) {
  const t = useTranslations('timetables')
  const locale = useLocale()
  const { run } = useRemove(removeTimetableAction, restoreTimetableAction)
  const rowDeeds = ({ id, seen, name, status }: TimetableRow) => [
    ...(may.create ? [{ label: t('copy'), icon: <Copy aria-hidden />, href: `/timetables/new?of=${id}` }] : []),
    ...(may.remove && status === 'draft' ? [{ label: t('remove'), icon: <Trash2 aria-hidden />, bad: true, onChoose: () => run({ id, seen }, name) }] : []),
  ]
  return (
    <DataTable
      caption={t('title')} view={view} page={page} columns={timetableColumns(t, locale, ofOneCampus)} filters={filters} search={t('search')} exportHref="/api/exports/timetables"
      rowHref={({ id }) => `/timetables/${id}`} rowDeeds={may.create || may.remove ? rowDeeds : undefined}
      empty={<EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>}
    />
  )
}
