'use client'

import { Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRemove } from '@/components/record/remove-button'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { ClassRow } from '@/lib/domain/academics/class.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { removeClassAction, restoreClassAction } from './actions'
import { classColumns } from './class-columns'

type ClassTableProps = { view: ListView; page: Paged<ClassRow>; filters: readonly Filter[]; ofOneCampus: boolean; canReadRegisters: boolean; may: { edit: boolean; remove: boolean }; deed: ReactNode }

export function ClassTable({ view, page, filters, ofOneCampus, canReadRegisters, may, deed }: ClassTableProps) {
  const t = useTranslations('classes')
  const { run } = useRemove(removeClassAction, restoreClassAction)
  const rowDeeds = ({ id, seen, name }: ClassRow) => [
    ...(may.edit ? [{ label: t('edit'), icon: <Pencil aria-hidden />, href: `/classes/${id}/edit` }] : []),
    ...(may.remove ? [{ label: t('remove'), icon: <Trash2 aria-hidden />, bad: true, onChoose: () => run({ id, seen }, name) }] : []),
  ]
  return (
    <DataTable
      caption={t('title')} view={view} page={page} columns={classColumns(t, ofOneCampus, canReadRegisters)} filters={filters} search={t('search')} exportHref="/api/exports/classes"
      rowHref={({ id }) => `/classes/${id}`} rowDeeds={may.edit || may.remove ? rowDeeds : undefined}
      empty={<EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>}
    />
  )
}
