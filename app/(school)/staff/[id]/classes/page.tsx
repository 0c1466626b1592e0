import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { listTeaching } from '@/lib/domain/people/staff-record.server'
import { findInForce } from '@/lib/domain/timetable/timetable.server'
import { requirePage } from '@/lib/platform/context.server'
import { openStaff } from '../open-staff.server'
import { HomeroomsCard, LessonsCard } from './teaching-cards'

export async function generateMetadata() {
  return { title: (await getTranslations('staff'))('tabs.classes') }
}

export default async function StaffClassesPage({ params }: PageProps<'/staff/[id]/classes'>) {
  await requirePage('READ_CLASSES')
  const { ctx, row: { id, values } } = await openStaff((await params).id)
  const [t, { homerooms, lessons }, timetable] = await Promise.all([getTranslations('staff.teaching'), listTeaching(ctx, id), ctx.can('READ_TIMETABLES') ? findInForce(ctx, String(values.campusId)) : null])
  if (homerooms.length + lessons.length === 0) return <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
  return (
    <>
      {timetable && lessons.length > 0 && <div><LinkButton href={`/timetables/${timetable.id}?by=teacher&of=${id}`}>{t('timetable')}</LinkButton></div>}
      {homerooms.length > 0 && <HomeroomsCard homerooms={homerooms} />}
      {lessons.length > 0 && <LessonsCard lessons={lessons} />}
    </>
  )
}
