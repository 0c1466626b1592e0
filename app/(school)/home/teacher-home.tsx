import { getFormatter, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { Screen } from '@/components/ui/screen'
import { getTeacherDay } from '@/lib/domain/attendance/day.server'
import type { Ctx } from '@/lib/platform/context'
import { toDate } from '@/lib/platform/time'
import { draftsOf } from '../attendance/draft-name'
import { OnDevice } from '../attendance/on-device'
import { NowCard } from './now-card'
import { ClassRows, PeriodRows } from './teaching-rows'

/** A teacher's morning: what is on now with its one deed, then the day, then the classes. */
export async function TeacherHome({ ctx }: { ctx: Ctx }) {
  const [t, format, day] = await Promise.all([getTranslations('attendance.home'), getFormatter(), getTeacherDay(ctx)])
  const date = format.dateTime(toDate(day.here.date), { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' })
  return (
    <Screen title={t('greeting', { name: ctx.user.name })} description={date}>
      <OnDevice prefix={draftsOf(ctx.user.id)} />
      <div className="flex flex-col gap-4">
      {day.classes.length === 0 ? <EmptyState title={t('noClasses')}>{t('noClassesText')}</EmptyState> : <NowCard day={day} />}
      <div className="grid items-start gap-4 desk:grid-cols-2">
        {day.periods.length > 0 && <PeriodRows periods={day.periods} now={day.here.time} />}
        {day.classes.length > 0 && <ClassRows classes={day.classes} />}
      </div>
      </div>
    </Screen>
  )
}
