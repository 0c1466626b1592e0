import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { ShareBar } from '@/components/dashboard/share-bar'
import { campusStyle } from '@/components/ui/campus-theme'
import { MascotBadge } from '@/components/ui/mascot-badge'
import { Status } from '@/components/ui/status'
import type { CampusDay } from '@/lib/domain/attendance/day.server'
import type { CampusBadge } from '@/lib/platform/context'
import type { PlainDate } from '@/lib/platform/time'
import { addressesOf } from './addresses'
import { useComparison, useShares } from './here-card'

type CampusCardProps = { campus: CampusBadge; day: CampusDay; isComparable: boolean; date: PlainDate; today: PlainDate; /** How many twelfths of the row. */ span: 4 | 6 }

/** One campus among others, in its own colours; each of its numbers leads to the list behind it. */
export function CampusCard({ campus, day, isComparable, date, today, span }: CampusCardProps) {
  const t = useTranslations('home.campuses')
  const format = useFormatter()
  const { percentage, registersDue: due } = day
  const missing = due - day.registersTaken
  const to = addressesOf({ home: `/campuses/${campus.id}`, date, today, campusId: campus.id })
  const compare = useComparison(date)
  const comparison = isComparable ? compare(day) : null
  const shares = useShares(day, to)
  return (
    <section aria-labelledby={campus.id} data-span={span} style={campusStyle(campus)} className="overflow-hidden rounded-lg border border-line bg-raised">
      <header className="banner flex items-center gap-3 px-4 py-2.5">
        <MascotBadge name={campus.name} mascot={campus.mascot} />
        <h2 id={campus.id} className="min-w-0 flex-1 font-semibold">
          <Link href={to.home} className="rounded outline-current hover:underline pointer-coarse:inline-block pointer-coarse:py-3">{campus.name}</Link>
        </h2>
      </header>
      <div className="flex flex-col gap-2.5 p-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <p className="text-2xl font-semibold tracking-tight tabular-nums">{percentage === null ? '–' : format.number(percentage / 100, { style: 'percent', maximumFractionDigits: 1 })}</p>
          {!day.isOpen && percentage === null ? <Status tone="quiet">{t('closed')}</Status> : comparison && <Status tone={comparison.tone} icon={comparison.icon}>{comparison.text}</Status>}
        </div>
        {percentage !== null && <ShareBar shares={shares} />}
        {due > 0 && (
          <p className="border-t border-line pt-2.5 text-sm">
            {missing > 0 ? (
              <Link href={to.registers('missing')} className="tone-warn share-word hover:underline pointer-coarse:py-3">{t('missing', { missing, due })}</Link>
            ) : (
              <span className="tone-ok share-word">{t('allIn', { due })}</span>
            )}
          </p>
        )}
      </div>
    </section>
  )
}
