import { getFormatter, getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { QuestionCard } from '@/components/dashboard/question-card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { getWalkthroughOverview } from '@/lib/domain/development/walkthrough-overview.server'
import { atCampus } from '@/lib/platform/context'
import { requirePage } from '@/lib/platform/context.server'
import { shownCriteria } from '../shown-criteria.server'
import { CoverageMap } from './coverage-map'
import { RatingCharts } from './rating-charts'

export async function generateMetadata() {
  return { title: (await getTranslations('walkthroughs.over'))('title') }
}

/** Twelve weeks of visits: who was visited and who was not, and how the ratings move. */
export default async function WalkthroughOverviewPage({ searchParams }: PageProps<'/walkthroughs/overview'>) {
  const asked = await requirePage('CREATE_WALKTHROUGHS')
  if (!asked.can('READ_WALKTHROUGHS')) forbidden()
  const { campus } = await searchParams
  const ctx = (typeof campus === 'string' && atCampus(asked, campus)) || asked
  const [t, format, overview, criteria] = await Promise.all([getTranslations('walkthroughs'), getFormatter(), getWalkthroughOverview(ctx), shownCriteria(ctx)])
  const { total, timely, answered, unvisited, weeks } = overview
  const share = (part: number) => (total === 0 ? '–' : format.number(part / total, { style: 'percent' }))
  return (
    <Screen title={t('over.title')} description={[ctx.campus?.name, t('over.weeks', { weeks: weeks.length })].filter(Boolean).join(' · ')} aside={<LinkButton href="/walkthroughs">{t('list')}</LinkButton>} deed={<LinkButton href="/walkthroughs/new" variant="primary">{t('start')}</LinkButton>} wide>
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        <QuestionCard question={t('over.visits')} answer={format.number(total)} />
        <QuestionCard question={t('over.timely')} answer={share(timely)} />
        <QuestionCard question={t('over.answered')} answer={share(answered)} />
        <QuestionCard question={t('over.unvisited')} answer={format.number(unvisited)} note={overview.teacherCount > 0 && t('over.of', { all: overview.teacherCount })} />
      </div>
      {total === 0 ? <EmptyState title={t('over.empty')}>{t('over.emptyText')}</EmptyState> : <RatingCharts overview={overview} criteria={criteria} campuses={ctx.campuses} />}
      {overview.teacherCount > 0 && <CoverageMap overview={overview} ofOneCampus={ctx.campus !== null} />}
    </Screen>
  )
}
