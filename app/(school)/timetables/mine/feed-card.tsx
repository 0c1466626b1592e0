import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { Feed } from '@/lib/domain/access/calendar-feed.server'
import { FeedDeeds } from './feed-deeds'

/** One's lessons in the calendar of a phone: an address that only its owner knows, and that ends when the owner says so. */
export function FeedCard({ feed }: { feed: Feed | null }) {
  const t = useTranslations('timetables.mine.feed')
  const format = useFormatter()
  return (
    <Card title={t('title')} className="max-w-3xl print:hidden" aside={feed && <span className="text-sm text-soft">{t('since', { date: format.dateTime(feed.since, { dateStyle: 'medium' }) })}</span>}>
      <p className="mb-3 text-soft">{t('text')}</p>
      <FeedDeeds token={feed?.token ?? null} />
    </Card>
  )
}
