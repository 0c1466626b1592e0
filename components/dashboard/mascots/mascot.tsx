import { createElement } from 'react'
import { drawingOf } from '.'

type MascotProps = { mascot: string; className?: string; closeUp?: boolean }

/** A mascot, rising from the lower edge; `closeUp` leaves the shoulders outside. Decoration: the campus's name stands beside it. */
export const Mascot = ({ mascot, className, closeUp = false }: MascotProps) => (
  <svg viewBox={closeUp ? '6 2 108 108' : '0 0 120 120'} aria-hidden="true" focusable="false" className={className}>
    {createElement(drawingOf(mascot))}
  </svg>
)
