import { CalendarCheck } from 'lucide-react'
import { getFormatter, getTranslations } from 'next-intl/server'
import { CampusHero } from '@/components/dashboard/campus-hero'
import { Dashboard } from '@/components/dashboard/dashboard'
import { Card } from '@/components/ui/card'
import { findDayOff, getTeacherDay } from '@/lib/domain/attendance/day.server'
import type { Ctx } from '@/lib/platform/context'
import { toDate, type PlainDate } from '@/lib/platform/time'
import { draftsOf } from '../attendance/draft-name'
import { OnDevice } from '../attendance/on-device'
import { FeedbackCard } from './feedback-card'
import { GrowthCard } from './growth-cards'
import { TalkCard } from './talk-card'
import { leadOf } from './lead'
import { OwnDayCard } from './own-day-card'
import { ClassRows, PeriodRows } from './teaching-rows'

/** A teacher's or an assistant's morning: what is on now with its one deed, then the day, then the classes. */
export async function TeacherHome({ ctx }: { ctx: Ctx }) {
  const [t, format, day] = await Promise.all([getTranslations('home.teaching'), getFormatter(), getTeacherDay(ctx)])
  const campus = ctx.campus ?? ctx.campuses[0]
  const off = day.periods.length === 0 ? await findDayOff(ctx) : null
  const said = (one: PlainDate) => format.dateTime(toDate(one), { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' })
  const lead = off ? { label: t('noSchool'), title: off.next ? t('nextDay', { date: said(off.next) }) : t('noNextDay'), hint: '', href: null, taken: false } : await leadOf(day)
  const periods = off ? off.periods : day.periods
  const hero = (
    <CampusHero
      slim
      title={t('greeting', { name: ctx.user.name.split(' ')[0] ?? ctx.user.name })}
      mascots={campus?.mascot ? [campus.mascot] : []}
      line={[said(day.here.date), campus?.name].filter(Boolean).join(' · ')}
      lead={lead}
      deed={lead?.href ? { href: lead.href, label: t(lead.taken ? 'open' : 'take'), icon: <CalendarCheck aria-hidden /> } : undefined}
    />
  )
  return (
    <Dashboard hero={hero} notice={<OnDevice prefix={draftsOf(ctx.user.id)} />}>
      <TalkCard ctx={ctx} />
      <div data-span={5} className="dashboard-column">
        <OwnDayCard ctx={ctx} />
        {day.classes.length === 0 && <Card title={t('noClasses')}><p className="text-soft">{t('noClassesText')}</p></Card>}
        {day.classes.length > 0 && <ClassRows classes={day.classes} last={off?.last ? { date: off.last, label: t('lastDay', { date: said(off.last) }) } : null} />}
        <FeedbackCard ctx={ctx} />
      </div>
      <div data-span={7} className="dashboard-column">
        {periods.length > 0 && <PeriodRows title={off?.next ? t('lessonsOn', { date: said(off.next) }) : t('today')} periods={periods} date={off?.next ?? null} now={day.here.time} />}
        <GrowthCard ctx={ctx} />
      </div>
    </Dashboard>
  )
}
