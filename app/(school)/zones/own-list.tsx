import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { OwnCheckIn } from '@/lib/domain/development/check-in.server'
import type { ShownZone } from './zone-board'

/** One's own last check-ins. */
export function OwnList({ rows, zones, timeZone }: { rows: readonly OwnCheckIn[]; zones: readonly ShownZone[]; timeZone: string }) {
  const t = useTranslations('zones')
  const format = useFormatter()
  return (
    <Card title={t('own')} flush>
      {rows.length === 0 && <p className="border-t border-line px-4 py-3 text-soft">{t('none')}</p>}
      <ul>
        {rows.map(({ id, zone, at, reason }) => (
          <li key={id} className="flex min-h-11 flex-wrap items-center gap-x-3 border-t border-line px-4 py-2">
            <span className="zone-dot" data-zone={zone} aria-hidden="true" />
            <span className="font-medium">{zones.find(({ key }) => key === zone)?.name}</span>
            <span className="min-w-0 flex-1 truncate text-soft">{reason}</span>
            <span className="text-sm text-soft">{format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', timeZone })}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
