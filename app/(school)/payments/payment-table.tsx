'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { PaymentRow } from '@/lib/domain/billing/payment-reading.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import type { Money } from '../invoices/invoice-columns'
import { paymentColumns } from './payment-columns'

type PaymentTableProps = { view: ListView; page: Paged<PaymentRow>; filters: readonly Filter[]; ofOneCampus: boolean; money: Money; deed: ReactNode }

export function PaymentTable({ view, page, filters, ofOneCampus, money, deed }: PaymentTableProps) {
  const t = useTranslations('payments')
  return (
    <DataTable
      caption={t('title')} view={view} page={page} columns={paymentColumns(t, ofOneCampus, money)} filters={filters} search={t('search')} exportHref="/api/exports/payments" rowHref={({ id }) => `/payments/${id}`}
      empty={<EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>}
    />
  )
}
