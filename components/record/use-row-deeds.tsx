'use client'

import { Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { RowDeed } from '@/components/table/row-menu'
import { useRemove, type Restore, type Remove } from './remove-button'

type Row = { id: string; seen: string }
type RowDeedsProps<Data> = { may: { edit: boolean; remove: boolean }; edit: (id: string) => string; name: (row: Data) => string; remove: Remove; restore: Restore }

/** The menu of each row of a list of records: edit, and remove with Undo; none for whoever may do neither. */
export function useRowDeeds<Data extends Row>({ may, edit, name, remove, restore }: RowDeedsProps<Data>): ((row: Data) => RowDeed[]) | undefined {
  const t = useTranslations('record')
  const { run } = useRemove(remove, restore)
  if (!may.edit && !may.remove) return undefined
  return (row) => [
    ...(may.edit ? [{ label: t('edit'), icon: <Pencil aria-hidden />, href: edit(row.id) }] : []),
    ...(may.remove ? [{ label: t('remove'), icon: <Trash2 aria-hidden />, bad: true, onChoose: () => run({ id: row.id, seen: row.seen }, name(row)) }] : []),
  ]
}
