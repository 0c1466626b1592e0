import { getFormatter, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { CampusTheme } from '@/components/ui/campus-theme'
import { Screen } from '@/components/ui/screen'
import { openVisit } from '@/lib/domain/development/walkthrough.server'
import { requirePage } from '@/lib/platform/context.server'
import { writable } from '@/lib/platform/input'
import { gone } from '../../gone'
import { StandsOn } from '../../setup/stands-on'
import { shownCriteria } from '../shown-criteria.server'
import './visit.css'
import { VisitLoader } from './visit-loader'
import { Whom } from './whom'

export async function generateMetadata() {
  return { title: (await getTranslations('walkthroughs'))('start') }
}

const id = z.uuid().nullable().catch(null)

/** Whom one visits; and then, of one teacher and lesson, the visit itself. */
export default async function NewWalkthroughPage({ searchParams }: PageProps<'/walkthroughs/new'>) {
  const ctx = await requirePage('CREATE_WALKTHROUGHS')
  const asked = await searchParams
  const [teacherId, periodId, draftId] = [id.parse(asked.teacher), id.parse(asked.period), id.parse(asked.visit)]
  const t = await getTranslations('walkthroughs')
  if (!teacherId) return <Screen title={t('new.title')} description={t('new.longest')}><StandsOn ctx={ctx} on={['staff']}><Whom ctx={ctx} search={typeof asked.q === 'string' ? writable(asked.q) : ''} /></StandsOn></Screen>
  const [format, { place, draft }, criteria] = await Promise.all([getFormatter(), openVisit(ctx, { teacherId, periodId, draftId }).catch(gone), shownCriteria(ctx)])
  const began = format.dateTime(new Date(draft?.startedAt ?? place.at), { timeStyle: 'short', timeZone: place.timeZone })
  const campus = ctx.campuses.find(({ id: one }) => one === place.campusId)
  const description = [place.subject, place.classroom, place.period && `${place.period.startsAt}–${place.period.endsAt}`, t('board.startedAt', { time: began })].filter(Boolean).join(' · ')
  return (
    <Screen title={t('titleOne', { name: place.teacher.name })} description={description}>
      {campus && <CampusTheme colors={campus} />}
      <VisitLoader userId={ctx.user.id} teacher={place.teacher} periodId={place.periodId} at={place.at} kept={draft} draftId={draftId} criteria={criteria} />
    </Screen>
  )
}
