import { useId } from 'react'
import { Hatches } from './hatches'
import { hatchId, type Look } from './look'

/** A series in the legend, as it is drawn. */
export function Swatch({ kind, index, looks }: { kind: 'line' | 'bar'; index: number; looks: readonly Look[] }) {
  const id = useId()
  const look = looks[index]
  return (
    <svg width="22" height="10" aria-hidden="true">
      {kind === 'bar' && index > 0 && <Hatches id={id} looks={looks} />}
      {kind === 'bar' ? (
        <rect width="22" height="10" rx="2" fill={index === 0 ? look?.color : `url(#${hatchId(id, index)})`} />
      ) : (
        <line x1="0" x2="22" y1="5" y2="5" stroke={look?.color} strokeWidth="2" strokeDasharray={look?.dash} />
      )}
    </svg>
  )
}
