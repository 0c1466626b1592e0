import type { ReactNode } from 'react'

/** What all mascots share, on a field of 120 by 120: the ink, how eyes look, how a mouth smiles, and shoulders that rise from the lower edge. */
export const ink = '#1d1a22'

type EyesProps = { apart?: number; y?: number; size?: number; iris?: string }

/** Two eyes with a spark each; with an iris they are those of a bird or a cat. */
export const Eyes = ({ apart = 14, y = 48, size = 4.6, iris }: EyesProps) =>
  [60 - apart, 60 + apart].map((x) => (
    <g key={x}>
      {iris && <circle cx={x} cy={y} r={size * 1.6} fill={iris} />}
      <circle cx={x} cy={y} r={size} fill={ink} />
      <circle cx={x + size * 0.3} cy={y - size * 0.32} r={size * 0.32} fill="#fff" />
    </g>
  ))

type MouthProps = { y?: number; width?: number; nose?: string; wide?: number }

/** A nose and the smile below it. */
export const Muzzle = ({ y = 58, width = 12, nose = ink, wide = 6.5 }: MouthProps) => (
  <>
    <path d={`M60 ${y}v9m0 0c-${width / 3} 5-${width * 0.8} 5-${width} 1m${width}-1c${width / 3} 5 ${width * 0.8} 5 ${width} 1`} fill="none" stroke={ink} strokeWidth="2.4" strokeLinecap="round" />
    <ellipse cx="60" cy={y} rx={wide} ry={wide * 0.72} fill={nose} />
  </>
)

/** Shoulders and, where the coat is lighter there, the chest. */
export const Shoulders = ({ coat, chest }: { coat: string; chest?: string }) => (
  <>
    <path d="M18 120c0-32 16-48 42-48s42 16 42 48z" fill={coat} />
    {chest && <path d="M36 120c0-22 9-34 24-34s24 12 24 34z" fill={chest} />}
  </>
)

type PairProps = { children: ReactNode }

/** Draws its content twice: as it is, on the left, and mirrored on the right. */
export const Pair = ({ children }: PairProps) => (
  <>
    {children}
    <g transform="matrix(-1 0 0 1 120 0)">{children}</g>
  </>
)
