import { getFormatter, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'
import { listClassDays } from '@/lib/domain/attendance/class-days.server'
import { requirePage } from '@/lib/platform/context.server'
import { toDate } from '@/lib/platform/time'
import { registerHref } from '../../../attendance/register-href'
import { openClass } from '../open-class.server'

export async function generateMetadata() {
  return { title: (await getTranslations('classes'))('tabs.attendance') }
}

export default async function ClassAttendancePage({ params }: PageProps<'/classes/[id]/attendance'>) {
  await requirePage('READ_ATTENDANCE')
  const { ctx, row } = await openClass((await params).id)
  const [t, format, days] = await Promise.all([getTranslations('classes.days'), getFormatter(), listClassDays(ctx, row.id)])
  if (days.length === 0) return <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
  return (
    <ul aria-label={t('label')} className="flex flex-col rounded-lg border border-line bg-raised">
      {days.map(({ id, date, startsAt, periodId, ...counts }) => (
        <li key={id} className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line px-4 py-2 first:border-t-0">
          <Link href={registerHref(date, `/classes/${row.id}/attendance`)({ classId: row.id, periodId })} className="font-medium hover:underline pointer-coarse:py-3">{[format.dateTime(toDate(date), { dateStyle: 'full', timeZone: 'UTC' }), startsAt].filter(Boolean).join(' · ')}</Link>
          <span className="text-soft tabular-nums">{t('counts', counts)}</span>
        </li>
      ))}
    </ul>
  )
}
