import { clsx } from 'clsx'
import { memo } from 'react'

export type MatrixCell = 'on' | 'off' | 'given' | 'taken'
type MatrixRowProps = { index: number; name: string; label: string; mayGive: boolean; mayEdit: boolean; isBulk: boolean; cells: string; only: number; words: { all: string; none: string } }

const looks: Record<string, MatrixCell> = { '1': 'on', '0': 'off', '+': 'given', '-': 'taken' }

/** One permission in every role. Drawn anew only when a cell of it changes: `cells` is a letter a role. There are thousands of cells: each is one button, whose mark is drawn by the stylesheet. */
export const MatrixRow = memo(function MatrixRow({ index, name, label, mayGive, mayEdit, isBulk, cells, only, words }: MatrixRowProps) {
  return (
    <tr data-row={index} data-name={name}>
      <th scope="row" id={`p-${index}`} className="matrix-name">{label}</th>
      {[...cells].map((letter, col) => {
        const look = looks[letter] ?? 'off'
        const isOn = look === 'on' || look === 'given'
        return (
          <td key={col} className={clsx(col !== only && 'max-lg:hidden') || undefined}>
            <button
              type="button" role="checkbox" aria-checked={isOn} aria-disabled={!mayEdit || (!mayGive && !isOn) || undefined} aria-labelledby={`r-${col} p-${index}`}
              data-look={look} tabIndex={index === 0 && col === 0 ? 0 : -1} className="matrix-box"
            />
          </td>
        )
      })}
      {isBulk && (
        <td className="matrix-bulk max-lg:hidden">
          <button type="button" data-turn="all" aria-label={`${words.all}: ${label}`}>+</button>
          <button type="button" data-turn="none" aria-label={`${words.none}: ${label}`}>−</button>
        </td>
      )}
    </tr>
  )
})
