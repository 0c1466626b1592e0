'use client'

import { useFormatter } from 'next-intl'
import { useId } from 'react'
import { Bar, BarChart, CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis, type DotItemDotProps, type YAxisProps } from 'recharts'
import type { CanvasProps } from './canvas-loader'
import { Hatches } from './hatches'
import { chartHeight, hatchId, lookOf, shareTicks } from './look'

const tick = { fill: 'var(--text-quiet)', fontSize: 12 }
const tooltip = { background: 'var(--surface-raised)', border: '1px solid var(--line)', borderRadius: 6, color: 'var(--text)', fontSize: 12, boxShadow: 'var(--shadow-float)' }

const scaleOf = (format: CanvasProps['format'], floor: number): Pick<YAxisProps, 'domain' | 'ticks'> =>
  format === 'percent' ? { domain: [floor, 1], ticks: shareTicks(floor) } : format === 'rating' ? { domain: [0, 5], ticks: [0, 1, 2, 3, 4, 5] } : { domain: [0, 'auto'] }

type Row = { isPartial?: boolean }

/** Only days that are not whole have a mark: an empty ring. */
const ring = (color: string) => function Ring({ key, cx, cy, payload }: DotItemDotProps) {
  if (!(payload as Row).isPartial || cy === null || cy === undefined) return <g key={key} />
  return <circle key={key} cx={cx} cy={cy} r={4} fill="var(--surface-raised)" stroke={color} strokeWidth={2} />
}

/** Walked by the arrow keys once it has the focus; what stands there is said aloud. */
export default function Canvas({ kind, title, series, points, format, floor }: CanvasProps) {
  const formatter = useFormatter()
  const id = useId()
  const shown = (value: unknown) =>
    typeof value === 'number' ? formatter.number(value, format === 'percent' ? { style: 'percent', maximumFractionDigits: 1 } : {}) : '–'
  /** On the axis there is room for `250K`; the tip and the table say it in full. */
  const short = (value: unknown) => (typeof value === 'number' && Math.abs(value) >= 10_000 ? formatter.number(value, { notation: 'compact', maximumFractionDigits: 1 }) : shown(value))
  const rows = points.map(({ label, values, partial }) => ({ label: partial ? `${label} · ${partial}` : label, isPartial: Boolean(partial), ...values }))
  const Frame = kind === 'line' ? LineChart : BarChart
  const plain = (label: string) => label.split(' · ')[0] ?? label
  return (
    <Frame responsive data={rows} accessibilityLayer title={title} style={{ width: '100%', height: chartHeight }} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
      {kind === 'bar' && <Hatches id={id} looks={series.map(lookOf)} />}
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis dataKey="label" tick={tick} tickLine={false} axisLine={{ stroke: 'var(--line)' }} minTickGap={24} tickFormatter={plain} />
      <YAxis width={48} tick={tick} tickLine={false} axisLine={false} tickFormatter={short} {...scaleOf(format, floor)} />
      <Tooltip formatter={shown} isAnimationActive={false} contentStyle={tooltip} cursor={{ stroke: 'var(--line-strong)', fill: 'var(--surface-sunken)' }} />
      {series.map((one, i) => {
        const { color, dash } = lookOf(one, i)
        return kind === 'line' ? (
          <Line key={one.key} dataKey={one.key} name={one.label} type="linear" stroke={color} strokeWidth={2} strokeDasharray={dash} dot={ring(color)} isAnimationActive={false} />
        ) : (
          <Bar key={one.key} dataKey={one.key} name={one.label} fill={i === 0 ? color : `url(#${hatchId(id, i)})`} stroke={color} radius={[3, 3, 0, 0]} maxBarSize={40} isAnimationActive={false} />
        )
      })}
    </Frame>
  )
}
