'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { DiscountRow } from '@/lib/domain/billing/discount.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import type { Money } from '../../invoices/invoice-columns'
import { discountColumns } from './discount-columns'

export function DiscountTable({ view, page, filters, money, deed }: { view: ListView; page: Paged<DiscountRow>; filters: readonly Filter[]; money: Money; deed: ReactNode }) {
  const [t, invoices] = [useTranslations('discounts'), useTranslations('invoices')]
  return (
    <DataTable
      caption={t('title')} view={view} page={page} columns={discountColumns(t, invoices, money)} filters={filters} search={t('search')} exportHref="/api/exports/discounts" rowHref={({ id }) => `/fee-plans/discounts/${id}`}
      empty={<EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>}
    />
  )
}
