import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { listClassWeek } from '@/lib/domain/academics/class-subject.server'
import { requirePage } from '@/lib/platform/context.server'
import { openClass } from '../open-class.server'
import { WeekGrid } from './week-grid'

export async function generateMetadata() {
  return { title: (await getTranslations('classes'))('tabs.timetable') }
}

export default async function ClassTimetablePage({ params }: PageProps<'/classes/[id]/timetable'>) {
  await requirePage('READ_TIMETABLES')
  const { ctx, row: { id } } = await openClass((await params).id)
  const [t, periods] = await Promise.all([getTranslations('classes.week'), listClassWeek(ctx, id)])
  return periods.length === 0 ? <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState> : <WeekGrid periods={periods} />
}
