'use client'

import { Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRemove } from '@/components/record/remove-button'
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
  const { run } = useRemove(removeStudentAction, restoreStudentAction)
  const rowDeeds = ({ id, seen, firstName, lastName }: StudentRow) => [
    ...(may.edit ? [{ label: t('edit'), icon: <Pencil aria-hidden />, href: `/students/${id}/edit` }] : []),
    ...(may.remove ? [{ label: t('remove'), icon: <Trash2 aria-hidden />, bad: true, onChoose: () => run({ id, seen }, `${firstName} ${lastName}`) }] : []),
  ]
  return (
    <DataTable
      caption={t('title')} view={view} page={page} columns={studentColumns(t, ofOneCampus)} filters={filters} search={t('search')} exportHref="/api/exports/students"
      rowHref={({ id }) => `/students/${id}`} rowDeeds={may.edit || may.remove ? rowDeeds : undefined}
      empty={<EmptyState title={t('empty')} deed={deed}>{t('emptyHint')}</EmptyState>}
    />
  )
}
