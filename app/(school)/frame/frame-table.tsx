'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { FrameRow } from '@/lib/domain/development/frame.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { toDate } from '@/lib/platform/plain-date'
import { frameColumns } from './frame-columns'

type FrameTableProps = { view: ListView; page: Paged<FrameRow>; filters: readonly Filter[]; writes: boolean; ofOneCampus: boolean }

export function FrameTable({ view, page, filters, writes, ofOneCampus }: FrameTableProps) {
  const t = useTranslations('frame')
  const format = useFormatter()
  const day = (date: string) => format.dateTime(toDate(date), { dateStyle: 'long', timeZone: 'UTC' })
  return <DataTable caption={t('list')} view={view} page={page} columns={frameColumns(t, day, writes, ofOneCampus)} filters={filters} search={t('search')} rowHref={({ id }) => `/frame/${id}`} exportHref="/api/exports/frame" empty={<EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>} />
}
