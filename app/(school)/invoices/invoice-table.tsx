'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { InvoiceRow } from '@/lib/domain/billing/invoice-reading.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { invoiceColumns, type Money } from './invoice-columns'

type InvoiceTableProps = { view: ListView; page: Paged<InvoiceRow>; filters: readonly Filter[]; ofOneCampus: boolean; money: Money; deed: ReactNode }

export function InvoiceTable({ view, page, filters, ofOneCampus, money, deed }: InvoiceTableProps) {
  const t = useTranslations('invoices')
  return (
    <DataTable
      caption={t('title')} view={view} page={page} columns={invoiceColumns(t, ofOneCampus, money)} filters={filters} search={t('search')} exportHref="/api/exports/invoices" rowHref={({ id }) => `/invoices/${id}`}
      empty={<EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>}
    />
  )
}
