import { useCallback, useMemo, useState } from 'react'
import type { RoleRow } from '@/lib/domain/access/role-edit.server'

/** Cells that differ from what is stored, by role: true is given, false taken. */
export type Changes = Readonly<Record<string, Readonly<Record<string, boolean>>>>

/** What was changed and is not published; a cell that is turned back is no change. */
export function useChanges(roles: readonly RoleRow[]) {
  const [changes, setChanges] = useState<Changes>({})
  const stored = useMemo(() => new Map(roles.map(({ id, held }) => [id, new Set(held)])), [roles])
  const turn = useCallback(
    (cells: readonly (readonly [roleId: string, name: string])[], wanted: boolean | null) =>
      setChanges((before) => {
        const after: Record<string, Record<string, boolean>> = { ...before }
        for (const [roleId, name] of cells) {
          const was = stored.get(roleId)?.has(name) ?? false
          const is = before[roleId]?.[name] ?? was
          const next = wanted ?? !is
          const { [name]: _, ...others } = after[roleId] ?? {}
          after[roleId] = next === was ? others : { ...others, [name]: next }
        }
        return Object.fromEntries(Object.entries(after).filter(([, of]) => Object.keys(of).length > 0))
      }),
    [stored],
  )
  const discard = useCallback(() => setChanges({}), [])
  const count = Object.values(changes).reduce((sum, of) => sum + Object.keys(of).length, 0)
  return { changes, turn, discard, count, stored }
}
