import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { listClassWeek } from '@/lib/domain/academics/class-subject.server'
import { readBells } from '@/lib/domain/timetable/bell-schedule.server'
import { findInForce } from '@/lib/domain/timetable/timetable.server'
import { weekOf } from '@/lib/domain/timetable/week'
import { requirePage } from '@/lib/platform/context.server'
import { WeekTable } from '../../../timetables/week-table'
import { openClass } from '../open-class.server'

export async function generateMetadata() {
  return { title: (await getTranslations('classes'))('tabs.timetable') }
}

export default async function ClassTimetablePage({ params }: PageProps<'/classes/[id]/timetable'>) {
  await requirePage('READ_TIMETABLES')
  const { ctx, row: { id, values } } = await openClass((await params).id)
  const campusId = String(values.campusId)
  const [t, periods, bells, timetable] = await Promise.all([getTranslations('classes.week'), listClassWeek(ctx, id), readBells(ctx, campusId), findInForce(ctx, campusId)])
  const links = timetable && (
    <div className="flex flex-wrap gap-2">
      <LinkButton href={`/timetables/${timetable.id}?by=class&of=${id}`}>{t('whole')}</LinkButton>
      <LinkButton href={`/timetables/${timetable.id}/print?by=class&of=${id}`}>{t('print')}</LinkButton>
    </div>
  )
  if (periods.length === 0) return <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
  return (
    <>
      {links}
      <WeekTable caption={t('caption')} week={weekOf(bells, periods)} given={periods.map(({ subjectName, teacher, room, ...one }) => ({ ...one, title: subjectName, lines: [teacher, room] }))} />
    </>
  )
}
