import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { getStudentYear, monthsOf } from '@/lib/domain/attendance/student-year.server'
import { requirePage } from '@/lib/platform/context.server'
import { openStudent } from '../open-student.server'
import { YearCalendar } from './year-calendar'

export async function generateMetadata() {
  return { title: (await getTranslations('students'))('tabs.attendance') }
}

export default async function StudentAttendancePage({ params }: PageProps<'/students/[id]/attendance'>) {
  await requirePage('READ_ATTENDANCE')
  const { ctx, row: { id } } = await openStudent((await params).id)
  const [t, year] = await Promise.all([getTranslations('students.attendance'), getStudentYear(ctx, id)])
  if (!year || year.days.length === 0) return <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
  return <YearCalendar studentId={id} year={year} months={monthsOf(year.start, year.end)} />
}
