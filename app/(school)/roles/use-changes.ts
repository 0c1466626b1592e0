import { useCallback, useMemo, useState } from 'react'
import type { MatrixGroup, MatrixRole } from './permission-words.server'

/** Cells that differ from what is stored, by role: true is given, false taken. */
export type Changes = Readonly<Record<string, Readonly<Record<string, boolean>>>>

/** What each role gives, by name; it travels as a letter a row. */
export function heldIn(roles: readonly MatrixRole[], groups: readonly MatrixGroup[]): ReadonlyMap<string, ReadonlySet<string>> {
  const names = groups.flatMap(({ rows }) => rows.map(({ name }) => name))
  return new Map(roles.map(({ id, held }) => [id, new Set(names.filter((_, at) => held[at] === '1'))]))
}

/** What was changed and is not published; a cell that is turned back is no change. */
export function useChanges(roles: readonly MatrixRole[], groups: readonly MatrixGroup[]) {
  const [changes, setChanges] = useState<Changes>({})
  const stored = useMemo(() => heldIn(roles, groups), [roles, groups])
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
