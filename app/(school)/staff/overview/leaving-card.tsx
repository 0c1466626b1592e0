import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Card } from '@/components/ui/card'

/** Who will leave, the next first. */
export function LeavingCard({ leaving }: { leaving: readonly { id: string; name: string; on: Date }[] }) {
  const t = useTranslations('overviews.staff')
  const format = useFormatter()
  return (
    <Card title={t('leaving')} flush>
      {leaving.length === 0 ? <p className="px-4 pb-4 text-soft">{t('nobodyLeaves')}</p> : (
        <ul>
          {leaving.map(({ id, name, on }) => (
            <li key={id} className="flex min-h-11 items-center gap-3 border-t border-line px-4 py-1.5">
              <Link prefetch={false} href={`/staff/${id}`} className="min-w-0 flex-1 font-medium hover:underline">{name}</Link>
              <span className="text-sm text-soft">{format.dateTime(on, { dateStyle: 'medium', timeZone: 'UTC' })}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
