'use client'

import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { RegisterRow } from '@/lib/domain/attendance/day.server'
import { listHref, type ListView, type Paged } from '@/lib/platform/list-view'
import type { PlainDate } from '@/lib/platform/time'
import { registerColumns } from './register-columns'
import { registerHref } from './register-href'

type RegisterTableProps = { view: ListView; page: Paged<RegisterRow & { id: string }>; date: PlainDate; filters: readonly Filter[]; campuses: Readonly<Record<string, string>> }

/** The registers of a day; `campuses` are names by id. */
export function RegisterTable({ view, page, date, filters, campuses }: RegisterTableProps) {
  const t = useTranslations('attendance.registers')
  const href = registerHref(date, `/attendance${listHref(view, { columns: view.columns })}`)
  return <DataTable caption={t('title')} view={view} page={page} columns={registerColumns(t, (id) => campuses[id] ?? '')} rowHref={href} filters={filters} search={t('search')} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>} />
}
