import { getFormatter, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { listStaffDays } from '@/lib/domain/people/staff-record.server'
import { requirePage } from '@/lib/platform/context.server'
import { toDate } from '@/lib/platform/time'
import { openStaff } from '../open-staff.server'

export async function generateMetadata() {
  return { title: (await getTranslations('staff'))('tabs.attendance') }
}

export default async function StaffAttendancePage({ params }: PageProps<'/staff/[id]/attendance'>) {
  await requirePage('READ_STAFF_ATTENDANCE')
  const { ctx, row } = await openStaff((await params).id)
  const [t, format, days] = await Promise.all([getTranslations('staff.days'), getFormatter(), listStaffDays(ctx, row.id)])
  if (days.length === 0) return <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
  return (
    <ul aria-label={t('label')} className="flex flex-col rounded-lg border border-line bg-raised">
      {days.map(({ id, date, status, note }) => (
        <li key={id} className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-t border-line px-4 first:border-t-0">
          <span>{format.dateTime(toDate(date), { dateStyle: 'full', timeZone: 'UTC' })}</span>
          <span className="text-soft">{[t(`statuses.${status}`), note].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}
