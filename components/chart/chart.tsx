import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { useId } from 'react'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { CanvasLoader } from './canvas-loader'
import { axisFloor, lookOf, type Series } from './look'
import { Swatch } from './swatch'

export type { Series } from './look'
/** One place on the axis; a missing value leaves a gap. `partial` says of it that it is not whole. */
export type Point = { label: string; values: Readonly<Record<string, number | null>>; partial?: string; /** Where the rows behind a value are, by series: its number in the table leads there. */ links?: Readonly<Record<string, string | null>> }

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
  /** `percent` takes shares of one, `rating` averages of one to five. */
  format?: 'number' | 'percent' | 'rating'
}

/** A chart with its title, its units and its table one tap away. The drawing loads after the page, in a space kept for it. */
export function Chart({ kind, title, unit, axis, series, points, format = 'number' }: ChartProps) {
  const t = useTranslations('chart')
  const formatter = useFormatter()
  const id = useId()
  const looks = series.map(lookOf)
  const floor = format === 'percent' && kind === 'line' ? axisFloor(points.flatMap(({ values }) => series.map(({ key }) => values[key]))) : 0
  const isEmpty = points.every(({ values }) => series.every(({ key }) => !values[key]))
  const partial = points.find((point) => point.partial)?.partial
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
                <Swatch kind={kind} index={i} looks={looks} />
                {label}
              </span>
            ))}
          </span>
        )}
      </figcaption>
      {isEmpty ? <p className="text-soft">{t('empty')}</p> : <CanvasLoader {...{ kind, title, series, points, format, floor }} />}
      {(floor > 0 || partial) && (
        <p className="flex flex-wrap gap-x-4 text-xs text-soft">
          {floor > 0 && <span>{t('cut', { floor })}</span>}
          {partial && <span>{t('partial', { partial })}</span>}
        </p>
      )}
      <details className="text-sm">
        <summary className="w-fit rounded py-1 text-soft hover:text-ink pointer-coarse:py-3">{t('table')}<span className="sr-only">{`: ${title}`}</span></summary>
        <ScrollRegion aria-labelledby={id} className="mt-1 max-h-80 rounded border border-line">
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
                  <th scope="row">{point.partial ? `${point.label} · ${point.partial}` : point.label}</th>
                  {series.map(({ key }) => (
                    <td key={key} className="end">
                      {point.links?.[key] ? <Link href={point.links[key]} className="underline underline-offset-2">{shown(point.values[key])}</Link> : shown(point.values[key])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </figure>
  )
}
