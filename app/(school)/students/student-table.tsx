'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRowDeeds } from '@/components/record/use-row-deeds'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { StudentRow } from '@/lib/domain/people/student.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { removeStudentAction, restoreStudentAction } from './actions'
import { studentColumns } from './student-columns'

type StudentTableProps = { view: ListView; page: Paged<StudentRow>; filters: readonly Filter[]; ofOneCampus: boolean; may: { edit: boolean; remove: boolean }; deed: ReactNode }

export function StudentTable({ view, page, filters, ofOneCampus, may, deed }: StudentTableProps) {
  const t = useTranslations('students')
  const rowDeeds = useRowDeeds<StudentRow>({ may, edit: (id) => `/students/${id}/edit`, name: ({ firstName, lastName }) => `${firstName} ${lastName}`, remove: removeStudentAction, restore: restoreStudentAction })
  return (
    <DataTable
      caption={t('title')} view={view} page={page} columns={studentColumns(t, ofOneCampus)} filters={filters} search={t('search')} exportHref="/api/exports/students"
      rowHref={({ id }) => `/students/${id}`} rowDeeds={rowDeeds}
      empty={<EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>}
    />
  )
}
