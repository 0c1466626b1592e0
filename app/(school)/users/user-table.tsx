'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { UserRow } from '@/lib/domain/access/user.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { userColumns } from './user-columns'

type UserTableProps = { view: ListView; page: Paged<UserRow>; filters: readonly Filter[]; deed: ReactNode }

export function UserTable({ view, page, filters, deed }: UserTableProps) {
  const t = useTranslations('users')
  const format = useFormatter()
  const columns = userColumns(t, (at) => format.dateTime(at, { dateStyle: 'medium' }))
  return (
    <DataTable caption={t('title')} view={view} page={page} columns={columns} filters={filters} search={t('search')} exportHref="/api/exports/users" rowHref={({ id }) => `/users/${id}`} empty={<EmptyState title={t('empty')} deed={deed} />} />
  )
}
