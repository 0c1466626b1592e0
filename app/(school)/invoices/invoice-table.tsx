'use client'

import { Ban, FileCheck, FileX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import type { BulkDeed } from '@/components/table/bulk-bar'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { InvoiceRow } from '@/lib/domain/billing/invoice-reading.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { invoiceColumns, type Money } from './invoice-columns'
import { InvoicesBulk, type Asked } from './invoices-bulk'

type InvoiceTableProps = { view: ListView; page: Paged<InvoiceRow>; filters: readonly Filter[]; ofOneCampus: boolean; money: Money; may: { issue: boolean; end: boolean }; deed: ReactNode }

export function InvoiceTable({ view, page, filters, ofOneCampus, money, may, deed }: InvoiceTableProps) {
  const t = useTranslations('invoices')
  const [asked, setAsked] = useState<Asked | null>(null)
  const bulk = (deed: Asked['deed'], icon: ReactNode): BulkDeed => ({ label: t(`bulk.${deed}`), icon, run: (selection, count) => setAsked({ deed, selection, count }) })
  const bulkDeeds = [...(may.issue ? [bulk('issue', <FileCheck aria-hidden />)] : []), ...(may.end ? [bulk('void', <FileX aria-hidden />), bulk('write-off', <Ban aria-hidden />)] : [])]
  return (
    <>
      <DataTable
        caption={t('title')} view={view} page={page} columns={invoiceColumns(t, ofOneCampus, money)} filters={filters} search={t('search')} exportHref="/api/exports/invoices" rowHref={({ id }) => `/invoices/${id}`} bulkDeeds={bulkDeeds}
        empty={<EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>}
      />
      {asked && <InvoicesBulk asked={asked} money={money} onClose={() => setAsked(null)} />}
    </>
  )
}
