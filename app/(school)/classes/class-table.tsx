'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRowDeeds } from '@/components/record/use-row-deeds'
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
  const rowDeeds = useRowDeeds<ClassRow>({ may, edit: (id) => `/classes/${id}/edit`, name: ({ name }) => name, remove: removeClassAction, restore: restoreClassAction })
  return (
    <DataTable
      caption={t('title')} view={view} page={page} columns={classColumns(t, ofOneCampus, canReadRegisters)} filters={filters} search={t('search')} exportHref="/api/exports/classes"
      rowHref={({ id }) => `/classes/${id}`} rowDeeds={rowDeeds}
      empty={<EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>}
    />
  )
}
