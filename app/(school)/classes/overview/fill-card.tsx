import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import type { ClassFill } from '@/lib/domain/academics/overviews.server'

/** How many are in each class, of how many places. */
export function FillCard({ fills, ofOneCampus }: { fills: readonly ClassFill[]; ofOneCampus: boolean }) {
  const t = useTranslations('overviews.classes')
  const format = useFormatter()
  return (
    <Card title={t('fill')} flush>
      {fills.length === 0 ? <p className="px-4 pb-4 text-soft">{t('none')}</p> : (
        <ul className="grid sm:grid-cols-2 desk:grid-cols-3">
          {fills.map(({ id, name, campusName, students, capacity }) => (
            <li key={id} className="flex min-h-13 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2">
              <div className="min-w-0 flex-1 basis-32">
                <Link prefetch={false} href={`/classes/${id}`} className="font-medium hover:underline">{name}</Link>
                {!ofOneCampus && <p className="truncate text-sm text-soft">{campusName}</p>}
              </div>
              {capacity !== null && students >= capacity && <Status tone="warn">{t('isFull')}</Status>}
              <span className="w-20 text-end text-sm tabular-nums">{capacity === null ? format.number(students) : t('places', { students, capacity })}</span>
              <progress aria-label={t('places', { students, capacity: capacity ?? students })} value={students} max={capacity ?? (students || 1)} className="h-1.5 w-20 appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-campus-line [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-campus-line" />
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
