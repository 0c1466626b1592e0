'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { WalkthroughRow } from '@/lib/domain/development/walkthrough-reading.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { toDate } from '@/lib/platform/plain-date'
import { walkthroughColumns } from './walkthrough-columns'

type WalkthroughTableProps = { view: ListView; page: Paged<WalkthroughRow>; filters: readonly Filter[]; isOwn: boolean; ofOneCampus: boolean; deed: ReactNode }

export function WalkthroughTable({ view, page, filters, isOwn, ofOneCampus, deed }: WalkthroughTableProps) {
  const t = useTranslations('walkthroughs')
  const format = useFormatter()
  const shown = {
    day: ({ date, time }: WalkthroughRow) => `${format.dateTime(toDate(date), { dateStyle: 'medium', timeZone: 'UTC' })}, ${time}`,
    number: (value: number) => format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  }
  return (
    <DataTable
      caption={t('list')} view={view} page={page} columns={walkthroughColumns(t, shown, isOwn, ofOneCampus)} filters={filters} search={isOwn ? undefined : t('search')} rowHref={({ id }) => `/walkthroughs/${id}`} exportHref={isOwn ? undefined : '/api/exports/walkthroughs'}
      empty={isOwn ? <EmptyState title={t('emptyOwn')}>{t('emptyOwnText')}</EmptyState> : <EmptyState title={t('empty')} deed={deed}>{t('emptyText')}</EmptyState>}
    />
  )
}
