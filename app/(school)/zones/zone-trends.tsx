import { getFormatter, getTranslations } from 'next-intl/server'
import { Chart } from '@/components/chart/chart'
import { Card } from '@/components/ui/card'
import { fewestPeople } from '@/lib/domain/development/check-in'
import { listZoneWeeks } from '@/lib/domain/development/check-in.server'
import type { Ctx } from '@/lib/platform/context'
import { toDate } from '@/lib/platform/time'
import { shownZones } from './shown-zones.server'

/** Fewer weeks that may be shown than this make no line. */
const fewestWeeks = 3
const color = { blue: 'light-dark(oklch(0.5 0.13 250), oklch(0.72 0.12 250))', green: 'light-dark(oklch(0.48 0.12 150), oklch(0.72 0.13 150))', yellow: 'light-dark(oklch(0.55 0.12 85), oklch(0.82 0.14 90))', red: 'light-dark(oklch(0.5 0.17 25), oklch(0.72 0.15 25))' } as const

/** A chart a campus, each for itself: sums over campuses would tell what a hidden one hides. */
export async function ZoneTrends({ ctx }: { ctx: Ctx }) {
  const [t, format, { weeks, rows }, { zones }] = await Promise.all([getTranslations('zones.trends'), getFormatter(), listZoneWeeks(ctx), shownZones(ctx)])
  const places = ctx.campus ? [ctx.campus] : ctx.campuses
  return (
    <section aria-label={t('title')} className="flex flex-col gap-4">
      <div>
        <h2 className="text-base font-semibold">{t('title')}</h2>
        <p className="text-sm text-soft">{t('text', { count: fewestPeople })}</p>
      </div>
      {places.map(({ id, name }) => {
        const own = rows.filter(({ campusId }) => campusId === id)
        return (
          <Card key={id}>
            {own.filter(({ shares }) => shares).length < fewestWeeks ? <p className="text-soft"><span className="font-medium text-ink">{name}:</span> {t('hidden')}</p> : (
              <Chart
                kind="line" title={name} unit={t('unit')} axis={t('week')} format="percent"
                series={zones.map((zone) => ({ key: zone.key, label: zone.name, own: { color: color[zone.key], word: zone.key } }))}
                points={weeks.map((week) => ({ label: format.dateTime(toDate(week), { day: 'numeric', month: 'short', timeZone: 'UTC' }), values: own.find((row) => row.week === week)?.shares ?? {} }))}
              />
            )}
          </Card>
        )
      })}
    </section>
  )
}
