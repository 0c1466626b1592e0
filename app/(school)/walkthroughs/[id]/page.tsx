import { getFormatter, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { CampusTheme } from '@/components/ui/campus-theme'
import { Screen } from '@/components/ui/screen'
import { isTimely, markVisitRead } from '@/lib/domain/development/walkthrough.server'
import { toDate } from '@/lib/platform/time'
import { shownCriteria } from '../shown-criteria.server'
import { Answer } from './answer'
import { openWalkthrough } from './open-walkthrough.server'
import { RatingList } from './rating-list'

export async function generateMetadata({ params }: PageProps<'/walkthroughs/[id]'>) {
  return { title: (await getTranslations('walkthroughs'))('titleOne', { name: (await openWalkthrough((await params).id)).row.teacherName }) }
}

/** A visit that was shared, for whoever visited and whoever was visited. */
export default async function WalkthroughPage({ params }: PageProps<'/walkthroughs/[id]'>) {
  const { ctx, row: visit } = await openWalkthrough((await params).id)
  const [t, format, criteria] = await Promise.all([getTranslations('walkthroughs'), getFormatter(), shownCriteria(ctx)])
  if (visit.isOwn) await markVisitRead(ctx, visit.id)
  const campus = ctx.campuses.find(({ id }) => id === visit.campusId)
  const instant = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', timeZone: campus?.timeZone ?? ctx.timeZone })
  const day = format.dateTime(toDate(visit.date), { dateStyle: 'full', timeZone: 'UTC' })
  const stamps = [t('one.shared', { date: instant(visit.submittedAt) }), visit.visitedAt && t(isTimely(visit.visitedAt, visit.submittedAt) ? 'one.timely' : 'one.late'), !visit.isOwn && (visit.readAt ? t('one.read', { date: instant(visit.readAt) }) : t('one.notRead'))].filter(Boolean).join(' · ')
  return (
    <Screen title={t('titleOne', { name: visit.teacherName })} description={[`${day}, ${visit.time}`, visit.subject, visit.classroom, visit.directorName].filter(Boolean).join(' · ')}>
      {campus && <CampusTheme colors={campus} />}
      <p className="text-sm text-soft">{stamps}</p>
      <Card title={t('one.ratings')} flush><RatingList criteria={criteria} visit={visit} /></Card>
      {visit.notes && <Card title={t('one.notes')}><p className="max-w-prose text-base whitespace-pre-line">{visit.notes}</p></Card>}
      {visit.isOwn && ctx.can('ANSWER_WALKTHROUGHS') ? <Answer id={visit.id} reply={visit.reply} visitor={visit.directorName} /> : (
        <Card title={t('one.reply', { name: visit.teacherName })}><p className="max-w-prose whitespace-pre-line">{visit.reply ?? <span className="text-soft">{t('one.noReply')}</span>}</p></Card>
      )}
    </Screen>
  )
}
