import { Check, Minus, Plus } from 'lucide-react'
import { clsx } from 'clsx'
import { memo } from 'react'
import { iconButtonClass } from '@/components/ui/icon-button'

export type MatrixCell = 'on' | 'off' | 'given' | 'taken'
type MatrixRowProps = { index: number; name: string; label: string; mayGive: boolean; mayEdit: boolean; cells: string; only: number; words: { all: string; none: string } }

const looks: Record<string, MatrixCell> = { '1': 'on', '0': 'off', '+': 'given', '-': 'taken' }

/** One permission in every role. Drawn anew only when a cell of it changes: `cells` is a letter a role. */
export const MatrixRow = memo(function MatrixRow({ index, name, label, mayGive, mayEdit, cells, only, words }: MatrixRowProps) {
  return (
    <tr>
      <th scope="row" id={`p-${name}`} className="matrix-name">{label}</th>
      {[...cells].map((letter, col) => {
        const look = looks[letter] ?? 'off'
        const isOn = look === 'on' || look === 'given'
        return (
          <td key={col} role="gridcell" className={clsx('matrix-cell', col !== only && 'max-lg:hidden')}>
            <button
              type="button" role="checkbox" aria-checked={isOn} aria-disabled={!mayEdit || (!mayGive && !isOn) || undefined} aria-labelledby={`r-${col} p-${name}`}
              data-row={index} data-col={col} data-name={name} data-look={look} tabIndex={index === 0 && col === 0 ? 0 : -1} className="matrix-box"
            >
              {isOn ? <Check aria-hidden /> : <Minus aria-hidden />}
            </button>
          </td>
        )
      })}
      {mayEdit && (
        <td role="gridcell" className="matrix-bulk">
          <button type="button" data-all={name} className={iconButtonClass} aria-label={`${words.all}: ${label}`}><Plus /></button>
          <button type="button" data-none={name} className={iconButtonClass} aria-label={`${words.none}: ${label}`}><Minus /></button>
        </td>
      )}
    </tr>
  )
})
