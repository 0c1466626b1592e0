'use client'

import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { StudentRow } from '@/lib/domain/people/student.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { studentColumns } from './student-columns'

type StudentTableProps = { view: ListView; page: Paged<StudentRow>; filters: readonly Filter[]; ofOneCampus: boolean }

export function StudentTable({ view, page, filters, ofOneCampus }: StudentTableProps) {
  const t = useTranslations('students')
  return <DataTable caption={t('title')} view={view} page={page} columns={studentColumns(t, ofOneCampus)} filters={filters} search={t('search')} exportHref="/api/exports/students" empty={<EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>} />
}
