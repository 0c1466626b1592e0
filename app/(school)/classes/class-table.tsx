'use client'

import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { ClassRow } from '@/lib/domain/academics/class.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { classColumns } from './class-columns'

type ClassTableProps = { view: ListView; page: Paged<ClassRow>; filters: readonly Filter[]; ofOneCampus: boolean; canReadRegisters: boolean }

export function ClassTable({ view, page, filters, ofOneCampus, canReadRegisters }: ClassTableProps) {
  const t = useTranslations('classes')
  return <DataTable caption={t('title')} view={view} page={page} columns={classColumns(t, ofOneCampus, canReadRegisters)} filters={filters} search={t('search')} exportHref="/api/exports/classes" empty={<EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>} />
}
