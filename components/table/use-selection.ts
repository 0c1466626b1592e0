import type { RowSelectionState, Updater } from '@tanstack/react-table'
import { useState } from 'react'
import type { ListView } from '@/lib/platform/list-view'

type Ticked = { of: string; rows: RowSelectionState; isAll: boolean }

/** Which rows are ticked. Another search, filter or page is another set of rows, and nothing of it is ticked. */
export function useSelection({ search, raw, after, before, size, sort }: ListView) {
  const of = JSON.stringify([search, raw, after, before, size, sort])
  const none: Ticked = { of, rows: {}, isAll: false }
  const [ticked, setTicked] = useState(none)
  const current = ticked.of === of ? ticked : none
  return {
    rowSelection: current.rows,
    isAll: current.isAll,
    setRowSelection: (change: Updater<RowSelectionState>) => setTicked({ of, rows: typeof change === 'function' ? change(current.rows) : change, isAll: false }),
    setAll: () => setTicked({ ...current, isAll: true }),
    clear: () => setTicked(none),
  }
}
