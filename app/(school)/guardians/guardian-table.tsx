'use client'

import { Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { useRemove } from '@/components/record/remove-button'
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
  const { run } = useRemove(removeGuardianAction, restoreGuardianAction)
  const [asked, setAsked] = useState<Asked | null>(null)
  const rowDeeds = ({ id, seen, fullName }: GuardianRow) => [
    ...(may.edit ? [{ label: t('edit'), icon: <Pencil aria-hidden />, href: `/guardians/${id}/edit` }] : []),
    ...(may.remove ? [{ label: t('remove'), icon: <Trash2 aria-hidden />, bad: true, onChoose: () => run({ id, seen }, fullName) }] : []),
  ]
  const bulkDeeds: BulkDeed[] = [
    ...(may.edit ? [{ label: t('bulk.change'), icon: <Pencil aria-hidden />, run: (selection: Asked['selection'], count: number) => setAsked({ deed: 'change', selection, count }) }] : []),
    ...(may.remove ? [{ label: t('remove'), icon: <Trash2 aria-hidden />, bad: true, run: (selection: Asked['selection'], count: number) => setAsked({ deed: 'remove', selection, count }) }] : []),
  ]
  return (
    <>
      <DataTable
        caption={t('title')} view={view} page={page} columns={guardianColumns(t, ofOneCampus)} filters={filters} search={t('search')} exportHref="/api/exports/guardians"
        rowHref={({ id }) => `/guardians/${id}`} rowDeeds={may.edit || may.remove ? rowDeeds : undefined} bulkDeeds={bulkDeeds}
        empty={<EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>}
      />
      {asked && <GuardiansBulk asked={asked} onClose={() => setAsked(null)} />}
    </>
  )
}
