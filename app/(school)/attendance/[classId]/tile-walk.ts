import type { KeyboardEvent } from 'react'

const stepOf = (key: string, columns: number, isMirrored: boolean): number | undefined =>
  ({ ArrowRight: isMirrored ? -1 : 1, ArrowLeft: isMirrored ? 1 : -1, ArrowDown: columns, ArrowUp: -columns })[key]

/** Arrows walk over the tiles as they lie, also from right to left; Home and End go to the first and the last. */
export function walkTiles(event: KeyboardEvent<HTMLUListElement>) {
  const tiles = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('.tile-face')]
  const at = tiles.indexOf(event.target as HTMLButtonElement)
  if (at < 0 || event.metaKey || event.ctrlKey || event.altKey) return
  const { gridTemplateColumns, direction } = getComputedStyle(event.currentTarget)
  const step = stepOf(event.key, gridTemplateColumns.split(' ').length, direction === 'rtl')
  const next = event.key === 'Home' ? tiles[0] : event.key === 'End' ? tiles.at(-1) : step === undefined ? undefined : tiles[at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
