'use client'

import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { AbsenceRow } from '@/lib/domain/attendance/day.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import type { PlainDate } from '@/lib/platform/time'
import { absenceColumns } from './absence-columns'

type AbsenceTableProps = { view: ListView; page: Paged<AbsenceRow>; date: PlainDate; filters: readonly Filter[] }

export function AbsenceTable({ view, page, date, filters }: AbsenceTableProps) {
  const t = useTranslations('attendance')
  const hasLessons = page.rows.some(({ lessons }) => lessons.some(({ startsAt }) => startsAt !== null))
  return <DataTable caption={t('absences.title')} view={view} page={page} columns={absenceColumns(t, hasLessons)} rowHref={({ studentId }) => `/attendance/students/${studentId}/${date}`} filters={filters} search={t('absences.search')} empty={<EmptyState title={t('absences.none')}>{t('absences.noneText')}</EmptyState>} />
}
