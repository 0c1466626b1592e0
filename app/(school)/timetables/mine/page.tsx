import { getFormatter, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Screen } from '@/components/ui/screen'
import { findFeed } from '@/lib/domain/access/calendar-feed.server'
import { readOwnWeek } from '@/lib/domain/timetable/week.server'
import { requirePage } from '@/lib/platform/context.server'
import { plainDate, toDate } from '@/lib/platform/time'
import { PrintButton } from '../print-button'
import { WeekTable } from '../week-table'
import '../sheet.css'
import { FeedCard } from './feed-card'
import { WeekNav } from './week-nav'

export async function generateMetadata() {
  return { title: (await getTranslations('timetables'))('mine.title') }
}

export default async function MyWeekPage({ searchParams }: PageProps<'/timetables/mine'>) {
  const ctx = await requirePage('READ_TIMETABLES')
  const asked = plainDate.safeParse((await searchParams).week).data ?? null
  const [t, format] = await Promise.all([getTranslations('timetables'), getFormatter()])
  const own = ctx.user.staffId ? await readOwnWeek(ctx, ctx.user.staffId, asked) : null
  if (!own) return <Screen title={t('mine.title')}><EmptyState title={t('mine.empty')}>{t('mine.emptyHint')}</EmptyState></Screen>
  const { monday, today, dates, week, lessons, off } = own
  const said = (date: string) => format.dateTime(toDate(date), { dateStyle: 'medium', timeZone: 'UTC' })
  const given = lessons.map(({ classId, className, subject, room, ...one }) => ({ ...one, title: `${className} ${subject}`, subject, lines: [room], href: ctx.can('READ_CLASSES') ? `/classes/${classId}` : undefined }))
  return (
    <Screen title={t('mine.title')} description={t('mine.week', { date: said(monday) })} aside={<><WeekNav monday={monday} today={today} /><PrintButton label={t('print.deed')} /></>} wide>
      {off.length > 0 && <Notice tone="quiet" title={t('mine.noSchool', { days: off.map(({ date, title }) => [said(date), title].filter(Boolean).join(' ')).join(', ') })} />}
      {lessons.length === 0 ? <EmptyState title={t('mine.empty')}>{t('mine.emptyHint')}</EmptyState> : <div className="sheet"><h2 className="sheet-title">{`${ctx.user.name} · ${t('mine.week', { date: said(monday) })}`}</h2><WeekTable caption={t('week.of', { name: ctx.user.name })} week={week} given={given} dates={dates} today={today} /></div>}
      <FeedCard feed={await findFeed(ctx)} />
    </Screen>
  )
}
