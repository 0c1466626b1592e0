import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { listLessonsNow } from '@/lib/domain/timetable/now.server'
import type { Ctx } from '@/lib/platform/context'

/** Which lessons are on, campus by campus; each line leads to what is on room by room. */
export async function LessonsCard({ ctx }: { ctx: Ctx }) {
  if (!ctx.can('READ_TIMETABLES') || ctx.role.reach === 'class') return null
  const [t, campuses] = await Promise.all([getTranslations('timetables.now'), listLessonsNow(ctx)])
  if (campuses.length === 0) return null
  return (
    <Card title={t('title')} flush>
      <ul>
        {campuses.map(({ campusId, name, on, until, nextAt }) => (
          <li key={campusId}>
            <Link href={`/timetables/overview?campus=${campusId}`} prefetch={false} className="flex min-h-12 flex-wrap items-center gap-x-3 border-t border-line px-4 py-2 hover:bg-sunken">
              {!ctx.campus && <span className="min-w-0 flex-1 basis-40 font-medium">{name}</span>}
              <span className={ctx.campus ? 'font-medium' : 'text-soft'}>{until ? t('on', { count: on, time: until }) : nextAt ? t('next', { time: nextAt }) : t('over')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
