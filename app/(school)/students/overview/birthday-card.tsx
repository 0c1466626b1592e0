import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { Face } from '@/components/ui/face'
import { toDate, type PlainDate } from '@/lib/platform/time'

/** Whose birthday falls into the seven days from today. */
export function BirthdayCard({ birthdays }: { birthdays: readonly { id: string; name: string; day: PlainDate }[] }) {
  const t = useTranslations('overviews.students')
  const format = useFormatter()
  return (
    <Card title={t('birthdays')} flush>
      {birthdays.length === 0 ? <p className="px-4 pb-4 text-soft">{t('noBirthdays')}</p> : (
        <ul className="grid sm:grid-cols-2 desk:grid-cols-3">
          {birthdays.map(({ id, name, day }) => (
            <li key={id} className="flex min-h-12 items-center gap-3 border-t border-line px-4 py-1.5">
              <Face name={name} size={24} />
              <Link prefetch={false} href={`/students/${id}`} className="min-w-0 flex-1 truncate font-medium hover:underline">{name}</Link>
              <span className="text-sm text-soft">{format.dateTime(toDate(day), { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' })}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
