/** Series differ by colour and, for those who do not see it, by dash. */
export const strokes = [
  { color: 'var(--chart-1)', dash: undefined },
  { color: 'var(--chart-2)', dash: '6 3' },
  { color: 'var(--chart-3)', dash: '2 3' },
  { color: 'var(--chart-4)', dash: '9 3 2 3' },
  { color: 'var(--chart-5)', dash: '12 4' },
  { color: 'var(--chart-6)', dash: '4 2 1 2' },
] as const

export type Look = { color: string; dash: string | undefined }
export type Series = {
  key: string
  label: string
  /** A colour of its own, and a word of its own that always gives it the same dash: whoever has these is drawn alike in every chart, whatever stands beside it. */
  own?: { color: string; word: string }
}

/** FNV-1a: spreads words that differ in a letter. */
const numberOf = (word: string) => Array.from(word).reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16_777_619), 2_166_136_261) >>> 0

const strokeAt = (place: number) => strokes[place % strokes.length] ?? strokes[0]

export function lookOf({ own }: Series, index: number): Look {
  return own ? { color: own.color, dash: strokeAt(numberOf(own.word) >>> 8).dash } : strokeAt(index)
}

export const chartHeight = 240

export const hatchId = (chart: string, series: number) => `${chart}-${series}`

/** Where an axis of shares begins: at nothing, unless all lies so high that nothing could be told apart. */
export function axisFloor(values: readonly (number | null | undefined)[]): number {
  const lowest = Math.min(1, ...values.filter((value) => typeof value === 'number'))
  return lowest > 0.5 ? Math.max(0, Math.floor((lowest - 0.01) * 20) / 20) : 0
}

/** From the floor to the whole in even steps that read well. */
export function shareTicks(floor: number): number[] {
  const step = [0.025, 0.05, 0.1, 0.25].find((one) => (1 - floor) / one <= 5) ?? 0.25
  const count = Math.floor((1 - floor) / step + 1e-9)
  return Array.from({ length: count + 1 }, (_, i) => 1 - (count - i) * step)
}
