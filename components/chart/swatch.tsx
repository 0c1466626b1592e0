import { useId } from 'react'
import { Hatches } from './hatches'
import { hatchId, strokes } from './look'

/** A series in the legend, as it is drawn. */
export function Swatch({ kind, index }: { kind: 'line' | 'bar'; index: number }) {
  const id = useId()
  const { color, dash } = strokes[index % strokes.length] ?? strokes[0]
  return (
    <svg width="22" height="10" aria-hidden="true">
      {kind === 'bar' && index > 0 && <Hatches id={id} count={index + 1} />}
      {kind === 'bar' ? (
        <rect width="22" height="10" rx="2" fill={index === 0 ? color : `url(#${hatchId(id, index)})`} />
      ) : (
        <line x1="0" x2="22" y1="5" y2="5" stroke={color} strokeWidth="2" strokeDasharray={dash} />
      )}
    </svg>
  )
}
