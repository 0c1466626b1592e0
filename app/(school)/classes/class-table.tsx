'use client'

import { CalendarArrowUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import type { Chosen } from '@/components/bulk/bulk-remove'
import { useRowDeeds } from '@/components/record/use-row-deeds'
import type { BulkDeed } from '@/components/table/bulk-bar'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { ClassRow } from '@/lib/domain/academics/class.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { removeClassAction, restoreClassAction } from './actions'
import { CarryDialog, type Carrying } from './carry-dialog'
import { classColumns } from './class-columns'

type ClassTableProps = { view: ListView; page: Paged<ClassRow>; filters: readonly Filter[]; ofOneCampus: boolean; canReadRegisters: boolean; may: { edit: boolean; remove: boolean }; carrying: Carrying | null; deed: ReactNode }

export function ClassTable({ view, page, filters, ofOneCampus, canReadRegisters, may, carrying, deed }: ClassTableProps) {
  const t = useTranslations('classes')
  const rowDeeds = useRowDeeds<ClassRow>({ may, edit: (id) => `/classes/${id}/edit`, name: ({ name }) => name, remove: removeClassAction, restore: restoreClassAction })
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const bulkDeeds: BulkDeed[] = carrying ? [{ label: t('carry.deed'), icon: <CalendarArrowUp aria-hidden />, run: (selection, count) => setChosen({ selection, count }) }] : []
  return (
    <>
      <DataTable
        caption={t('title')} view={view} page={page} columns={classColumns(t, ofOneCampus, canReadRegisters)} filters={filters} search={t('search')} exportHref="/api/exports/classes"
        rowHref={({ id }) => `/classes/${id}`} rowDeeds={rowDeeds} bulkDeeds={bulkDeeds}
        empty={<EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>}
      />
      {carrying && chosen && <CarryDialog chosen={chosen} carrying={carrying} onClose={() => setChosen(null)} />}
    </>
  )
}
