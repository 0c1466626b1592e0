import { getFormatter, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { listUnreadVisits } from '@/lib/domain/development/walkthrough-reading.server'
import type { Ctx } from '@/lib/platform/context'

/** For whoever was visited: feedback that they have not read. */
export async function FeedbackCard({ ctx }: { ctx: Ctx }) {
  const visits = ctx.can('ANSWER_WALKTHROUGHS') ? await listUnreadVisits(ctx) : []
  if (visits.length === 0) return null
  const [t, format] = await Promise.all([getTranslations('walkthroughs.card'), getFormatter()])
  return (
    <Card title={t('title')} flush>
      <ul>
        {visits.map(({ id, directorName, classroom, subject, checkInDate }) => (
          <li key={id}>
            <Link href={`/walkthroughs/${id}`} className="flex min-h-12 items-center gap-3 border-t border-line px-4 py-2 hover:bg-sunken pointer-coarse:min-h-14">
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{t('by', { visitor: directorName, classroom: [subject, classroom].filter(Boolean).join(', ') || '–' })}</span>
                <span className="text-sm text-soft">{format.dateTime(checkInDate, { dateStyle: 'medium', timeZone: 'UTC' })}</span>
              </span>
              <span className="font-medium text-campus-text">{t('see')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
