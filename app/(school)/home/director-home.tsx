import { getFormatter, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { getDay } from '@/lib/domain/attendance/day.server'
import type { Ctx } from '@/lib/platform/context'
import { toDate, type PlainDate } from '@/lib/platform/time'
import { DayNav } from '../attendance/day-nav'
import { draftsOf } from '../attendance/draft-name'
import { OnDevice } from '../attendance/on-device'
import { CampusTable } from './campus-table'
import { DayCards } from './day-cards'
import { DayChart } from './day-chart'
import { ExceptionRows, MissingRows } from './day-rows'

/** The day of one's campuses: who is here, which registers are missing, who is absent or late, and the weeks before. */
export async function DirectorHome({ ctx, date }: { ctx: Ctx; date: PlainDate | undefined }) {
  const [t, format, day] = await Promise.all([getTranslations('attendance'), getFormatter(), getDay(ctx, date)])
  const said = (date: PlainDate) => format.dateTime(toDate(date), { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
  const asked = day.date === day.today ? '' : `date=${day.date}`
  const lastSchoolDay = day.history.at(-1)?.date
  const isOpen = day.campuses.some((campus) => campus.isOpen)
  return (
    <Screen title={t(day.date === day.today ? 'day.today' : 'day.on', { date: said(day.date) })} description={ctx.campus?.name ?? ctx.organization.name} aside={<DayNav path="/" date={day.date} today={day.today} />}>
      <OnDevice prefix={draftsOf(ctx.user.id)} />
      {isOpen ? (
        <div className="flex flex-col gap-4">
          <DayCards day={day} asked={asked} />
          <div className="grid items-start gap-4 lg:grid-cols-3">
            <MissingRows day={day} asked={asked} />
            <ExceptionRows kind="absent" rows={day.absent} asked={asked} />
            <ExceptionRows kind="late" rows={day.late} asked={asked} />
          </div>
          {day.campuses.length > 1 && <CampusTable campuses={day.campuses} asked={asked} />}
        </div>
      ) : (
        <EmptyState title={t('day.noSchool')} deed={lastSchoolDay && <LinkButton href={`/?date=${lastSchoolDay}`}>{t('day.lastSchoolDay', { date: said(lastSchoolDay) })}</LinkButton>}>{t('day.noSchoolHint')}</EmptyState>
      )}
      <DayChart day={day} />
    </Screen>
  )
}
