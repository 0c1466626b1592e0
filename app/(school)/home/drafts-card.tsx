import { getFormatter, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { listDrafts } from '@/lib/domain/timetable/timetable.server'
import type { Ctx } from '@/lib/platform/context'
import { toDate } from '@/lib/platform/time'

/** Timetables that are being drawn, for whoever draws them; none is no card. */
export async function DraftsCard({ ctx }: { ctx: Ctx }) {
  if (!ctx.can('UPDATE_TIMETABLES')) return null
  const [t, format, drafts] = await Promise.all([getTranslations('timetables.drafts'), getFormatter(), listDrafts(ctx)])
  if (drafts.length === 0) return null
  return (
    <Card title={t('title')} aside={<Link href="/timetables?status=draft" className="text-sm font-medium text-campus-text hover:underline pointer-coarse:-my-3 pointer-coarse:py-3">{t('all')}</Link>} flush>
      <ul>
        {drafts.map(({ id, name, campusName, from, lessons }) => (
          <li key={id}>
            <Link href={`/timetables/${id}`} className="flex min-h-12 items-center gap-3 border-t border-line px-4 py-2 hover:bg-sunken">
              <span className="min-w-0 flex-1"><span className="block truncate font-medium">{name}</span><span className="block truncate text-sm text-soft">{t('planned', { campus: campusName, date: format.dateTime(toDate(from), { dateStyle: 'medium', timeZone: 'UTC' }) })}</span></span>
              <span className="text-sm text-soft tabular-nums">{t('lessons', { count: lessons })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
