import { clsx } from 'clsx'
import { useFormatter, useTranslations } from 'next-intl'
import { ChartCard } from '@/components/dashboard/chart-card'
import { QuestionCard } from '@/components/dashboard/question-card'
import type { TimetableOverview } from '@/lib/domain/timetable/overview.server'
import { LoadCard } from './load-card'
import { RoomsCard } from './rooms-card'

/** What is on, who teaches how much, and how the rooms are used. */
export function OverviewCards({ overview: { rooms, hasRooms, loads, hours, lessons, nextAt }, mayReadStaff }: { overview: TimetableOverview; mayReadStaff: boolean }) {
  const t = useTranslations('timetables.overview')
  const format = useFormatter()
  const over = loads.filter(({ lessons: count, most }) => most !== null && count > most).length
  const average = loads.length > 0 ? loads.reduce((sum, load) => sum + load.lessons, 0) / loads.length : 0
  return (
    <>
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        <QuestionCard question={t(hasRooms ? 'inUse' : 'classesInUse')} answer={format.number(rooms.filter(({ now }) => now).length)} note={t('inUseOf', { count: rooms.length })} />
        <QuestionCard question={t('weekLessons')} answer={format.number(lessons)} />
        <QuestionCard question={t('average')} answer={format.number(average, { maximumFractionDigits: 1 })} note={t('teachers', { count: loads.length })} />
        <QuestionCard question={t('overHours')} answer={format.number(over)} />
      </div>
      <RoomsCard rooms={rooms} nextAt={nextAt} />
      <div className={clsx('grid items-start gap-4', hasRooms && 'lg:grid-cols-2')}>
        {hasRooms && <ChartCard kind="bar" title={t('roomUse')} unit={t('share')} axis={t('hour')} series={[{ key: 'share', label: t('share') }]} points={hours.map(({ startsAt, share }) => ({ label: startsAt, values: { share } }))} format="percent" />}
        <LoadCard loads={loads} mayReadStaff={mayReadStaff} />
      </div>
    </>
  )
}
