'use client'

import { useFormatter } from 'next-intl'
import { useId } from 'react'
import { Bar, BarChart, CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import type { CanvasProps } from './canvas-loader'
import { chartHeight, hatchId, strokes } from './look'
import { Hatches } from './hatches'

const tick = { fill: 'var(--text-quiet)', fontSize: 12 }
const tooltip = { background: 'var(--surface-raised)', border: '1px solid var(--line)', borderRadius: 6, color: 'var(--text)', fontSize: 12, boxShadow: 'var(--shadow-float)' }

export default function Canvas({ kind, title, series, points, format }: CanvasProps) {
  const formatter = useFormatter()
  const id = useId()
  const shown = (value: unknown) =>
    typeof value === 'number' ? formatter.number(value, format === 'percent' ? { style: 'percent', maximumFractionDigits: 1 } : {}) : '–'
  const rows = points.map(({ label, values }) => ({ label, ...values }))
  const Frame = kind === 'line' ? LineChart : BarChart
  return (
    <div role="img" aria-label={title}>
      <Frame responsive data={rows} accessibilityLayer={false} style={{ width: '100%', height: chartHeight }} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
        {kind === 'bar' && <Hatches id={id} count={series.length} />}
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="label" tick={tick} tickLine={false} axisLine={{ stroke: 'var(--line)' }} minTickGap={24} />
        <YAxis width={48} tick={tick} tickLine={false} axisLine={false} tickFormatter={shown} domain={kind === 'line' ? ['auto', 'auto'] : [0, 'auto']} />
        <Tooltip formatter={shown} isAnimationActive={false} contentStyle={tooltip} cursor={{ stroke: 'var(--line-strong)', fill: 'var(--surface-sunken)' }} />
        {series.map(({ key, label }, i) => {
          const { color, dash } = strokes[i % strokes.length] ?? strokes[0]
          return kind === 'line' ? (
            <Line key={key} dataKey={key} name={label} type="linear" stroke={color} strokeWidth={2} strokeDasharray={dash} dot={false} isAnimationActive={false} />
          ) : (
            <Bar key={key} dataKey={key} name={label} fill={i === 0 ? color : `url(#${hatchId(id, i)})`} stroke={color} radius={[3, 3, 0, 0]} maxBarSize={40} isAnimationActive={false} />
          )
        })}
      </Frame>
    </div>
  )
}
