import { useFormatter, useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { Card } from '@/components/ui/card'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { HeatCell } from '@/lib/domain/attendance/report'
import '../month-grid.css'

/** How often each lesson of the week is missed: the number in every cell, and its warmth for the eye. */
export function HeatMap({ heat }: { heat: readonly HeatCell[] }) {
  const t = useTranslations('attendance.overview')
  const words = useTranslations('attendance.settings.weekdays')
  const format = useFormatter()
  const weekdays = [...new Set(heat.map(({ weekday }) => weekday))].sort()
  const times = [...new Set(heat.map(({ startsAt }) => startsAt))]
  const share = (cell: HeatCell | undefined) => (cell && cell.marks > 0 ? cell.missed / cell.marks : null)
  const most = Math.max(0.0001, ...heat.map((cell) => share(cell) ?? 0))
  if (heat.length === 0) return null
  return (
    <Card title={t('heat')} flush>
      <p className="px-4 pb-2 text-sm text-soft">{t('heatText')}</p>
      <ScrollRegion aria-label={t('heatText')} className="border-t border-line">
        <table aria-label={t('heat')} className="report-table heat">
          <thead><tr><th scope="col">{t('lesson')}</th>{weekdays.map((day) => <th key={day} scope="col" style={{ textAlign: 'center' }}>{words(String(day))}</th>)}</tr></thead>
          <tbody>
            {times.map((time) => (
              <tr key={time ?? ''}>
                <th scope="row">{time ?? t('wholeDay')}</th>
                {weekdays.map((day) => {
                  const value = share(heat.find((cell) => cell.weekday === day && cell.startsAt === time))
                  return <td key={day} className={value === null ? undefined : 'hot'} style={value === null ? undefined : ({ '--heat': Math.round((value / most) * 38) } as CSSProperties)}>{value === null ? '–' : format.number(value, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })}</td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  )
}
