'use client'

import { Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useRowDeeds } from '@/components/record/use-row-deeds'
import type { BulkDeed } from '@/components/table/bulk-bar'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { GuardianRow } from '@/lib/domain/people/guardian.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { removeGuardianAction, restoreGuardianAction } from './actions'
import { guardianColumns } from './guardian-columns'
import { GuardiansBulk, type Asked } from './guardians-bulk'

type GuardianTableProps = { view: ListView; page: Paged<GuardianRow>; filters: readonly Filter[]; ofOneCampus: boolean; may: { edit: boolean; remove: boolean }; deed: ReactNode }

export function GuardianTable({ view, page, filters, ofOneCampus, may, deed }: GuardianTableProps) {
  const t = useTranslations('guardians')
  const rowDeeds = useRowDeeds<GuardianRow>({ may, edit: (id) => `/guardians/${id}/edit`, name: ({ fullName }) => fullName, remove: removeGuardianAction, restore: restoreGuardianAction })
  const [asked, setAsked] = useState<Asked | null>(null)
  const bulkDeeds: BulkDeed[] = [
    ...(may.edit ? [{ label: t('bulk.change'), icon: <Pencil aria-hidden />, run: (selection: Asked['selection'], count: number) => setAsked({ deed: 'change', selection, count }) }] : []),
    ...(may.remove ? [{ label: t('remove'), icon: <Trash2 aria-hidden />, bad: true, run: (selection: Asked['selection'], count: number) => setAsked({ deed: 'remove', selection, count }) }] : []),
  ]
  return (
    <>
      <DataTable
        caption={t('title')} view={view} page={page} columns={guardianColumns(t, ofOneCampus)} filters={filters} search={t('search')} exportHref="/api/exports/guardians"
        rowHref={({ id }) => `/guardians/${id}`} rowDeeds={rowDeeds} bulkDeeds={bulkDeeds}
        empty={<EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>}
      />
      {asked && <GuardiansBulk asked={asked} onClose={() => setAsked(null)} />}
    </>
  )
}
