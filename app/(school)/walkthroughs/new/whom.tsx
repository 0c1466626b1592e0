import { Search } from 'lucide-react'
import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Face } from '@/components/ui/face'
import { Input } from '@/components/ui/input'
import { findVisitable, type TeachingNow, type Visitable } from '@/lib/domain/development/visit-place.server'
import { listDrafts } from '@/lib/domain/development/walkthrough.server'
import type { Ctx } from '@/lib/platform/context'
import { toDate } from '@/lib/platform/time'

/** Who teaches at this minute, and everybody else; whoever has waited longest first. One tap begins. */
export async function Whom({ ctx, search }: { ctx: Ctx; search: string }) {
  const [t, format, { teaching, others, isMore }, drafts] = await Promise.all([getTranslations('walkthroughs.new'), getFormatter(), findVisitable(ctx, search), listDrafts(ctx)])
  const severalCampuses = !ctx.campus && ctx.campuses.length > 1
  const last = ({ lastVisit }: Visitable) => (lastVisit ? t('last', { date: format.dateTime(toDate(lastVisit), { dateStyle: 'medium', timeZone: 'UTC' }) }) : t('never'))
  const hrefOf = (teacherId: string, more: Record<string, string> = {}) => `/walkthroughs/new?${new URLSearchParams({ teacher: teacherId, ...more }).toString()}`
  const line = (one: Visitable, href: string, lesson?: TeachingNow) => (
    <li key={href}>
      <Link href={href} className="flex min-h-14 items-center gap-3 border-t border-line px-4 py-2 hover:bg-sunken">
        <Face name={one.name} />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{one.name}</span>
          <span className="block truncate text-sm text-soft">{[lesson && `${lesson.subject}, ${lesson.className}`, lesson?.room, !lesson && one.jobTitle, severalCampuses && one.campusName].filter(Boolean).join(' · ')}</span>
        </span>
        <span className="text-end text-sm text-soft">
          {lesson && <span className="block tabular-nums">{t('until', { time: lesson.endsAt })}</span>}
          {last(one)}
        </span>
      </Link>
    </li>
  )
  return (
    <>
      {drafts.length > 0 && (
        <Card title={t('drafts')} flush>
          <ul>{drafts.map(({ id, teacherId, periodId, teacherName, startedAt }) => (
            <li key={id}>
              <Link href={hrefOf(teacherId, { ...(periodId ? { period: periodId } : {}), visit: id })} className="flex min-h-14 items-center gap-3 border-t border-line px-4 py-2 hover:bg-sunken">
                <Face name={teacherName} /><span className="min-w-0 flex-1 truncate font-medium">{teacherName}</span>
                <span className="text-sm text-soft">{format.dateTime(new Date(startedAt), { dateStyle: 'medium', timeStyle: 'short', timeZone: ctx.timeZone })}</span><span className="font-medium text-campus-text">{t('goOn')}</span>
              </Link>
            </li>
          ))}</ul>
        </Card>
      )}
      <Card title={t('teaching')} flush>
        {teaching.length === 0 ? <p className="border-t border-line px-4 py-4 text-soft">{search ? t('noneFound') : t('nobodyTeaching')}</p> : <ul>{teaching.map((one) => line(one, hrefOf(one.teacherId, { period: one.periodId }), one))}</ul>}
      </Card>
      <Card title={t('others')} flush>
        <form method="get" role="search" className="flex gap-2 px-4 pb-3">
          <Input name="q" type="search" defaultValue={search} aria-label={t('search')} placeholder={t('search')} />
          <Button type="submit"><Search />{t('searchDeed')}</Button>
        </form>
        {others.length === 0 ? <EmptyState title={t(search ? 'noneFound' : 'noTeachers')} /> : <ul>{others.map((one) => line(one, hrefOf(one.teacherId)))}</ul>}
        {isMore && <p className="border-t border-line px-4 py-3 text-sm text-soft">{t('more')}</p>}
      </Card>
    </>
  )
}
