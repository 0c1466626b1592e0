'use client'

import { Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRemove } from '@/components/record/remove-button'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { GuardianRow } from '@/lib/domain/people/guardian.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { removeGuardianAction, restoreGuardianAction } from './actions'
import { guardianColumns } from './guardian-columns'

type GuardianTableProps = { view: ListView; page: Paged<GuardianRow>; filters: readonly Filter[]; ofOneCampus: boolean; may: { edit: boolean; remove: boolean }; deed: ReactNode }

export function GuardianTable({ view, page, filters, ofOneCampus, may, deed }: GuardianTableProps) {
  const t = useTranslations('guardians')
  const { run } = useRemove(removeGuardianAction, restoreGuardianAction)
  const rowDeeds = ({ id, seen, fullName }: GuardianRow) => [
    ...(may.edit ? [{ label: t('edit'), icon: <Pencil aria-hidden />, href: `/guardians/${id}/edit` }] : []),
    ...(may.remove ? [{ label: t('remove'), icon: <Trash2 aria-hidden />, bad: true, onChoose: () => run({ id, seen }, fullName) }] : []),
  ]
  return (
    <DataTable
      caption={t('title')} view={view} page={page} columns={guardianColumns(t, ofOneCampus)} filters={filters} search={t('search')} exportHref="/api/exports/guardians"
      rowHref={({ id }) => `/guardians/${id}`} rowDeeds={may.edit || may.remove ? rowDeeds : undefined}
      empty={<EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>}
    />
  )
}
