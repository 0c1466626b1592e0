/** Series differ by colour and, for those who do not see it, by dash. */
export const strokes = [
  { color: 'var(--chart-1)', dash: undefined },
  { color: 'var(--chart-2)', dash: '6 3' },
  { color: 'var(--chart-3)', dash: '2 3' },
  { color: 'var(--chart-4)', dash: '9 3 2 3' },
  { color: 'var(--chart-5)', dash: '12 4' },
  { color: 'var(--chart-6)', dash: '4 2 1 2' },
] as const

export const chartHeight = 240

export const hatchId = (chart: string, series: number) => `${chart}-${series}`
