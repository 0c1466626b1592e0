import { getFormatter, getTranslations } from 'next-intl/server'
import { AttentionList } from '@/components/dashboard/attention-list'
import { CampusHero } from '@/components/dashboard/campus-hero'
import { Dashboard } from '@/components/dashboard/dashboard'
import { findBell, getCampusFacts } from '@/lib/domain/academics/campus-facts.server'
import type { Ctx } from '@/lib/platform/context'
import { toDate, type PlainDate } from '@/lib/platform/time'
import { DayNav } from '../attendance/day-nav'
import { draftsOf } from '../attendance/draft-name'
import { OnDevice } from '../attendance/on-device'
import { AccessCard } from './access-card'
import { addressesOf } from './addresses'
import { AttendanceLinks } from './attendance-links'
import { BeginCard } from './begin-card'
import { bellWords } from './bell-words'
import { CampusCard } from './campus-card'
import { dayToShow, hasSchool, isComparable } from './day-to-show.server'
import { DevelopmentCard } from './development-card'
import { DraftsCard } from './drafts-card'
import { GrowthCard } from './growth-cards'
import { TalkCard } from './talk-card'
import { HereCard } from './here-card'
import { factsOf } from './hero-facts'
import { OwedCard } from './money-cards'
import { needsOf } from './needs'
import { LessonsCard } from './lessons-card'
import { NoSchoolNotice } from './no-school-notice'
import { PeopleCard } from './people-card'
import { StaffOutCard } from './staff-out-card'
import { WeeksChart } from './weeks-chart'

type DayDashboardProps = {
  ctx: Ctx
  date: PlainDate | undefined
  /** The page's own address. */
  home: string
  /** The campus, where the switcher above says another. */
  campusId?: string
}

/** The day of a campus, or of all of one's campuses side by side: what needs somebody, who is here, and the weeks before. */
export async function DayDashboard({ ctx, date, home, campusId }: DayDashboardProps) {
  const [t, format, { asked, day }, facts, bell] = await Promise.all([getTranslations('home'), getFormatter(), dayToShow(ctx, date), getCampusFacts(ctx), findBell(ctx)])
  const said = (one: PlainDate) => format.dateTime(toDate(one), { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
  const to = addressesOf({ home, date: day.date, today: day.today, campusId })
  const shown = ctx.campus ? [ctx.campus] : ctx.campuses
  const isToday = day.date === day.today
  const now = !isToday ? null : bell ? bellWords(t, bell) : ctx.campus && t('bell.over')
  const hero = (
    <CampusHero
      title={ctx.campus?.name ?? ctx.organization.name}
      mascots={shown.flatMap(({ mascot }) => mascot ?? []).slice(0, 4)}
      line={[said(asked.date), day === asked ? now : t('noSchool')].filter(Boolean).join(' · ')}
      facts={await factsOf(ctx, facts, to)}
      aside={<DayNav path={home} date={asked.date} today={asked.today} />}
    />
  )
  return (
    <Dashboard hero={hero} notice={<OnDevice prefix={draftsOf(ctx.user.id)} />}>
      <TalkCard ctx={ctx} />
      {!campusId && <AccessCard ctx={ctx} />}
      {!campusId && <BeginCard ctx={ctx} facts={facts} />}
      {(day !== asked || !hasSchool(day)) && <NoSchoolNotice asked={asked} day={day} />}
      {hasSchool(day) && (
        <>
          {!ctx.campus && ctx.campuses.map((campus) => {
            const own = day.campuses.find(({ id }) => id === campus.id)
            return own && <CampusCard key={campus.id} campus={campus} day={own} isComparable={isComparable(day, [own])} date={day.date} today={day.today} span={ctx.campuses.length % 3 === 0 || ctx.campuses.length > 4 ? 4 : 6} />
          })}
          <div data-span={5} className="dashboard-column">
            <AttentionList title={t(isToday ? 'needs.title' : 'needs.titleThen')} calm={t('needs.calm')} lines={await needsOf(ctx, day, to)} />
            <PeopleCard kind="absent" rows={day.absent} count={day.all.absent} href={to.absences('absent')} />
            <StaffOutCard ctx={ctx} />
            {isToday && <LessonsCard ctx={ctx} />}
            <DraftsCard ctx={ctx} />
            <OwedCard ctx={ctx} />
            <GrowthCard ctx={ctx} />
          </div>
          <div data-span={7} className="dashboard-column">
            <HereCard day={day.all} isComparable={isComparable(day, day.campuses)} date={day.date} isToday={isToday} to={to}>
              <WeeksChart history={day.history} campuses={shown} />
              <AttendanceLinks can={ctx.can} />
            </HereCard>
            <PeopleCard kind="late" rows={day.late} count={day.all.late} href={to.absences('late')} />
            <DevelopmentCard ctx={ctx} />
          </div>
        </>
      )}
    </Dashboard>
  )
}
