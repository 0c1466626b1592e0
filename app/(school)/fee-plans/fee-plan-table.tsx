'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { FeePlanRow } from '@/lib/domain/billing/fee-plan.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import type { Money } from '../invoices/invoice-columns'
import { feePlanColumns } from './fee-plan-columns'

export function FeePlanTable({ view, page, filters, money, deed }: { view: ListView; page: Paged<FeePlanRow>; filters: readonly Filter[]; money: Money; deed: ReactNode }) {
  const t = useTranslations('feePlans')
  return (
    <DataTable
      caption={t('title')} view={view} page={page} columns={feePlanColumns(t, money)} filters={filters} search={t('search')} exportHref="/api/exports/fee-plans" rowHref={({ id }) => `/fee-plans/${id}`}
      empty={<EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>}
    />
  )
}
