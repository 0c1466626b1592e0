import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { listTeaching } from '@/lib/domain/people/staff-record.server'
import { findInForce } from '@/lib/domain/timetable/timetable.server'
import { requirePage } from '@/lib/platform/context.server'
import { openStaff } from '../open-staff.server'

export async function generateMetadata() {
  return { title: (await getTranslations('staff'))('tabs.classes') }
}

const line = 'flex min-h-12 flex-wrap items-center justify-between gap-x-4 border-t border-line px-4 py-2'

export default async function StaffClassesPage({ params }: PageProps<'/staff/[id]/classes'>) {
  await requirePage('READ_CLASSES')
  const { ctx, row: { id, values } } = await openStaff((await params).id)
  const [t, { homerooms, lessons }, timetable] = await Promise.all([getTranslations('staff.teaching'), listTeaching(ctx, id), ctx.can('READ_TIMETABLES') ? findInForce(ctx, String(values.campusId)) : null])
  if (homerooms.length + lessons.length === 0) return <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
  return (
    <>
      {timetable && lessons.length > 0 && <div><LinkButton href={`/timetables/${timetable.id}?by=teacher&of=${id}`}>{t('timetable')}</LinkButton></div>}
      {homerooms.length > 0 && <Card title={t('homerooms')} flush><ul>{homerooms.map((one) => <li key={one.id} className={line}><Link href={`/classes/${one.id}`} className="font-medium hover:underline">{one.name}</Link></li>)}</ul></Card>}
      {lessons.length > 0 && (
        <Card title={t('lessons')} flush>
          <ul>
            {lessons.map((one) => (
              <li key={one.id} className={line}>
                <span><Link href={`/classes/${one.classId}/subjects`} className="font-medium hover:underline">{one.className}</Link>{' '}<span className="text-soft">{one.subjectName}</span></span>
                {one.lessonsPerWeek !== null && <span className="text-sm text-soft tabular-nums">{t('perWeek', { count: one.lessonsPerWeek })}</span>}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
