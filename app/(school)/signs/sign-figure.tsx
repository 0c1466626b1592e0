import type { Hand, Sign } from '@/lib/domain/development/content-type'
import { HandDrawing } from './hand-drawing'

type FigureProps = { sign: Pick<Sign, 'right' | 'left'>; label: string }

/** Where a right hand is held before a body that looks at us: its right is on our left. */
const places: Readonly<Record<Hand['place'], readonly [number, number]>> = {
  forehead: [98, 34], temple: [76, 44], eye: [94, 56], mouth: [98, 82], chin: [98, 94], cheek: [82, 72], ear: [70, 66], shoulder: [52, 104], chest: [96, 148], middle: [84, 172], waist: [70, 196], side: [40, 160],
}
const arrows: Readonly<Record<Hand['move'], readonly string[]>> = {
  'none': [],
  'out': ['M -30 -4 q -16 6 -20 26'], 'in': ['M -50 20 q 4 -18 22 -24'], 'up': ['M -36 14 v -34'], 'down': ['M -36 -16 v 34'],
  'toward-side': ['M -22 -30 h -30'], 'inward': ['M -46 -30 h 26'], 'circle': ['M -34 -18 a 20 20 0 1 0 14 -10'],
  'shake': ['M -22 -34 h -18', 'M 4 -34 h 18'], 'tap': ['M -38 -10 v 18', 'M -46 -10 v 18'], 'twist': ['M -34 6 q -10 -20 6 -32'], 'open-close': ['M -36 -22 l 12 10', 'M -36 10 l 12 -10'],
}

function Held({ hand: { shape, place, turn, move }, isLeft }: { hand: Hand; isLeft: boolean }) {
  const [x, y] = places[place]
  // Hands that meet in the middle stand side by side, so that both are seen.
  const at = isLeft ? 200 - Math.min(x, 84) : x === 98 || x === 96 ? x - 2 : Math.min(x, 84)
  return (
    <g transform={`translate(${at} ${y})${isLeft ? ' scale(-1 1)' : ''}`}>
      <g transform={`scale(0.56) rotate(${isLeft ? -turn : turn})`}><HandDrawing shape={shape} /></g>
      {arrows[move].map((path) => <path key={path} d={path} className="sign-move" markerEnd="url(#sign-tip)" />)}
    </g>
  )
}

/** A sign as a still drawing: where the hands are held, which way they move, and the right hand once more from near. */
export function SignFigure({ sign: { right, left }, label }: FigureProps) {
  return (
    <svg viewBox="0 -16 320 246" role="img" aria-label={label} className="sign-figure">
      <defs><marker id="sign-tip" viewBox="0 0 8 8" refX={5} refY={4} markerWidth={5} markerHeight={5} orient="auto-start-reverse"><path d="M 0 0 L 8 4 L 0 8 Z" className="sign-tip" /></marker></defs>
      <g className="sign-body">
        <path d="M 30 230 C 32 168 44 138 80 130 L 88 122 L 88 106 L 112 106 L 112 122 L 120 130 C 156 138 168 168 170 230 Z" />
        <ellipse cx={100} cy={66} rx={31} ry={40} />
        <path d="M 69 60 C 66 22 134 22 131 60 C 124 44 112 40 100 41 C 88 40 76 44 69 60 Z" className="sign-hair" />
      </g>
      <g className="sign-face"><circle cx={89} cy={66} r={2.6} /><circle cx={111} cy={66} r={2.6} /><path d="M 91 86 q 9 6 18 0" /></g>
      {left && <Held hand={left} isLeft />}
      <Held hand={right} isLeft={false} />
      <g className="sign-near"><rect x={196} y={22} width={112} height={186} rx={12} /><g transform="translate(254 128) scale(1.15)"><HandDrawing shape={right.shape} /></g></g>
    </svg>
  )
}
