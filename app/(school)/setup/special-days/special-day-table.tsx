'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRowDeeds } from '@/components/record/use-row-deeds'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { SpecialDayRow } from '@/lib/domain/academics/special-day.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { removeSpecialDayAction, restoreSpecialDayAction } from './actions'
import { specialDayColumns } from './special-day-columns'

type SpecialDayTableProps = { view: ListView; page: Paged<SpecialDayRow>; filters: readonly Filter[]; may: { edit: boolean; remove: boolean }; deed: ReactNode }

export function SpecialDayTable({ view, page, filters, may, deed }: SpecialDayTableProps) {
  const t = useTranslations('setup')
  const rowDeeds = useRowDeeds<SpecialDayRow>({ may, edit: (id) => `/setup/special-days/${id}`, name: ({ title }) => title, remove: removeSpecialDayAction, restore: restoreSpecialDayAction })
  return (
    <DataTable
      caption={t('specialDays.title')} view={view} page={page} columns={specialDayColumns(t)} filters={filters} search={t('specialDays.search')} exportHref="/api/exports/special-days"
      rowHref={may.edit ? ({ id }) => `/setup/special-days/${id}` : undefined} rowDeeds={rowDeeds}
      empty={<EmptyState title={t('specialDays.empty')} deed={deed}>{t('specialDays.emptyHint')}</EmptyState>}
    />
  )
}
