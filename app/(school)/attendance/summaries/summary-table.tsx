'use client'

import { Pencil } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import { toast } from '@/components/ui/toast'
import type { SummaryRow } from '@/lib/domain/attendance/summary'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { Dialog } from '@/components/ui/dialog'
import { summaryColumns } from './summary-columns'
import { TotalsForm, type CampusChoice } from './totals-dialog'

type SummaryTableProps = { view: ListView; page: Paged<SummaryRow>; filters: readonly Filter[]; ofOneCampus: boolean; campuses: readonly CampusChoice[] }

/** A day of marks leads to its registers; one that was entered by hand is changed by hand. */
export function SummaryTable({ view, page, filters, ofOneCampus, campuses }: SummaryTableProps) {
  const t = useTranslations('attendance.summaries')
  const [edited, setEdited] = useState<SummaryRow | null>(null)
  const deeds = (row: SummaryRow) => (row.source === 'manual' && campuses.length > 0 ? [{ label: t('edit'), icon: <Pencil aria-hidden />, onChoose: () => setEdited(row) }] : [])
  return (
    <>
      <DataTable
        caption={t('title')} view={view} page={page} columns={summaryColumns(t, useLocale(), ofOneCampus)} filters={filters} exportHref="/api/exports/attendance-summaries"
        rowHref={({ date, campusId }) => `/attendance?date=${date}&campus=${campusId}`} rowName={({ date, campusName }) => `${date} ${campusName}`} rowDeeds={page.rows.some(({ source }) => source === 'manual') && campuses.length > 0 ? deeds : undefined}
        empty={<EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      />
      {edited && <Dialog title={t('edit')} open onOpenChange={(open) => !open && setEdited(null)}><TotalsForm campuses={campuses} row={edited} onDone={() => { setEdited(null); toast({ title: t('saved') }) }} /></Dialog>}
    </>
  )
}
