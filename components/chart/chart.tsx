import { useFormatter, useTranslations } from 'next-intl'
import { useId } from 'react'
import { CanvasLoader } from './canvas-loader'
import { Swatch } from './swatch'

export type Series = { key: string; label: string }
/** One place on the axis; a missing value leaves a gap. */
export type Point = { label: string; values: Readonly<Record<string, number | null>> }

export type ChartProps = {
  kind: 'line' | 'bar'
  /** What the finding is about: "Attendance by day". */
  title: string
  /** What is counted: "% present", "students". */
  unit: string
  /** What the points are: "Day", "Campus". */
  axis: string
  series: readonly Series[]
  points: readonly Point[]
  /** `percent` takes shares of one. */
  format?: 'number' | 'percent'
}

/** A chart with its title, its units and its table one tap away. The drawing loads after the page, in a space kept for it. */
export function Chart({ kind, title, unit, axis, series, points, format = 'number' }: ChartProps) {
  const t = useTranslations('chart')
  const formatter = useFormatter()
  const id = useId()
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : formatter.number(value, format === 'percent' ? { style: 'percent', maximumFractionDigits: 1 } : {})
  return (
    <figure aria-labelledby={id} className="flex flex-col gap-2">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span id={id} className="text-sm font-semibold">
          {title} <span className="font-normal text-soft">({unit})</span>
        </span>
        {series.length > 1 && (
          <span className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-soft">
            {series.map(({ key, label }, i) => (
              <span key={key} className="inline-flex items-center gap-1.5">
                <Swatch kind={kind} index={i} />
                {label}
              </span>
            ))}
          </span>
        )}
      </figcaption>
      <CanvasLoader {...{ kind, title, series, points, format }} />
      <div>
      <details className="text-sm">
        <summary className="w-fit rounded py-1 text-soft hover:text-ink pointer-coarse:py-3">{t('table')}</summary>
        <div role="region" aria-labelledby={id} tabIndex={0} className="mt-1 max-h-80 overflow-auto rounded border border-line">
          <table className="table dense">
            <caption className="sr-only">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{axis}</th>
                {series.map(({ key, label }) => (
                  <th key={key} scope="col" className="end">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr key={point.label}>
                  <th scope="row">{point.label}</th>
                  {series.map(({ key }) => (
                    <td key={key} className="end">
                      {shown(point.values[key])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      </div>
    </figure>
  )
}
