import type { Hand } from '@/lib/domain/development/content-type'

/** How far each finger is stretched (1) or folded, index first, and how wide they stand; the thumb by its angle and length. */
type Look = { fingers: readonly [number, number, number, number]; spread: number; thumb: readonly [angle: number, length: number]; meets?: true }

const fist = [0.3, 0.3, 0.3, 0.3] as const
export const looks: Readonly<Record<Hand['shape'], Look>> = {
  'fist': { fingers: fist, spread: 0, thumb: [78, 0.75] },
  'thumb-fist': { fingers: fist, spread: 0, thumb: [8, 0.7] },
  'thumb-up': { fingers: fist, spread: 0, thumb: [-4, 1.15] },
  'flat': { fingers: [1, 1.08, 1, 0.82], spread: 0, thumb: [16, 0.8] },
  'open': { fingers: [1, 1.08, 1, 0.82], spread: 11, thumb: [-48, 1] },
  'bent': { fingers: [0.6, 0.64, 0.6, 0.52], spread: 0, thumb: [14, 0.75] },
  'claw': { fingers: [0.66, 0.7, 0.66, 0.56], spread: 12, thumb: [-42, 0.8] },
  'cup': { fingers: [0.74, 0.78, 0.74, 0.64], spread: 0, thumb: [-30, 0.95] },
  'point': { fingers: [1, 0.3, 0.3, 0.3], spread: 0, thumb: [70, 0.75] },
  'two': { fingers: [1, 1.08, 0.3, 0.3], spread: 14, thumb: [74, 0.8] },
  'two-together': { fingers: [1, 1.05, 0.3, 0.3], spread: 0, thumb: [74, 0.8] },
  'three': { fingers: [1, 1.08, 1, 0.3], spread: 10, thumb: [80, 0.85] },
  'hook': { fingers: [0.58, 0.3, 0.3, 0.3], spread: 0, thumb: [70, 0.75] },
  'pinch': { fingers: [0.62, 0.3, 0.3, 0.3], spread: 0, thumb: [10, 0.95], meets: true },
  'pinched': { fingers: [0.66, 0.66, 0.64, 0.58], spread: -7, thumb: [22, 0.95], meets: true },
  'ring': { fingers: [0.55, 1.08, 1, 0.82], spread: 8, thumb: [8, 0.9], meets: true },
  'l': { fingers: [1, 0.3, 0.3, 0.3], spread: 0, thumb: [-72, 1.05] },
  'y': { fingers: [0.3, 0.3, 0.3, 0.86], spread: 8, thumb: [-68, 1.05] },
  'little': { fingers: [0.3, 0.3, 0.3, 0.86], spread: 0, thumb: [76, 0.75] },
  'love': { fingers: [1, 0.3, 0.3, 0.86], spread: 8, thumb: [-62, 1.05] },
}

const [width, length] = [13, 50]

/** A hand seen from the palm, its wrist at (0, 40), the thumb on the left. */
export function HandDrawing({ shape }: Pick<Hand, 'shape'>) {
  const { fingers, spread, thumb: [angle, reach], meets } = looks[shape]
  return (
    <g className="sign-hand">
      <path d="M -17 22 L -13 46 L 13 46 L 17 22 Z" />
      <rect x={-28} y={-24} width={56} height={52} rx={16} />
      {fingers.map((stretched, n) => {
        const x = -21 + n * 14
        const isFolded = stretched < 0.5
        return <rect key={n} x={-width / 2} y={isFolded ? -8 : -length * stretched} width={width} height={isFolded ? 24 : length * stretched + 12} rx={width / 2} transform={`translate(${x} ${isFolded ? -20 : -18}) rotate(${isFolded ? 0 : (n - 1.5) * spread})`} />
      })}
      <rect x={-7} y={-38 * reach} width={14} height={38 * reach + 10} rx={7} transform={`translate(-23 ${angle > 50 ? -4 : 10}) rotate(${angle})`} />
      {meets && <circle cx={-21} cy={-40} r={3} className="sign-touch" />}
    </g>
  )
}
