'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useRowDeeds } from '@/components/record/use-row-deeds'
import { DataTable } from '@/components/table/data-table'
import type { Filter } from '@/components/table/toolbar'
import { EmptyState } from '@/components/ui/empty-state'
import type { RoomRow } from '@/lib/domain/timetable/room.server'
import type { ListView, Paged } from '@/lib/platform/list-view'
import { removeRoomAction, restoreRoomAction } from './actions'
import { roomColumns } from './room-columns'

type RoomTableProps = { view: ListView; page: Paged<RoomRow>; filters: readonly Filter[]; ofOneCampus: boolean; may: { edit: boolean; remove: boolean }; deed: ReactNode }

export function RoomTable({ view, page, filters, ofOneCampus, may, deed }: RoomTableProps) {
  const t = useTranslations('timetables')
  const rowDeeds = useRowDeeds<RoomRow>({ may, edit: (id) => `/setup/rooms/${id}`, name: ({ name }) => name, remove: removeRoomAction, restore: restoreRoomAction })
  return (
    <DataTable
      caption={t('rooms.title')} view={view} page={page} columns={roomColumns(t, ofOneCampus)} filters={filters} search={t('rooms.search')} exportHref="/api/exports/rooms"
      rowHref={may.edit ? ({ id }) => `/setup/rooms/${id}` : undefined} rowDeeds={rowDeeds}
      empty={<EmptyState title={t('rooms.empty')} deed={deed}>{t('rooms.emptyHint')}</EmptyState>}
    />
  )
}
