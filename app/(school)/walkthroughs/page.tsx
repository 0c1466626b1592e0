import { getFormatter, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { visitStates, walkthroughList } from '@/lib/domain/development/walkthrough'
import { listWalkthroughs } from '@/lib/domain/development/walkthrough-reading.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { countOf } from '../count-of'
import { campusChoices, wordChoices } from '../list-choices'
import { weekChoices } from '../week-choices'
import { VisitsOnDevice } from './visits-on-device'
import { visitsOf } from './kept-visit'
import { WalkthroughTable } from './walkthrough-table'

export async function generateMetadata() {
  return { title: (await getTranslations('walkthroughs'))('title') }
}

/** Visits to the classrooms one looks after; for whoever teaches, the feedback on their own lessons. */
export default async function WalkthroughsPage({ searchParams }: PageProps<'/walkthroughs'>) {
  const ctx = await requirePage('READ_WALKTHROUGHS')
  const query = parseList(walkthroughList, await searchParams)
  const [t, format, page] = await Promise.all([getTranslations('walkthroughs'), getFormatter(), listWalkthroughs(ctx, query)])
  const isOwn = ctx.role.reach === 'class'
  const filters = [...(isOwn ? [] : campusChoices(ctx, t('fields.campus'))), weekChoices(ctx, t('fields.week'), format), { name: 'state', label: t(isOwn ? 'fields.you' : 'fields.state'), options: wordChoices(visitStates, (state) => t(`states.${state}`)) }]
  const deed = ctx.can('CREATE_WALKTHROUGHS') && <LinkButton href="/walkthroughs/new" variant="primary">{t('start')}</LinkButton>
  const aside = !isOwn && <LinkButton href="/walkthroughs/overview">{t('overview')}</LinkButton>
  return (
    <Screen title={t(isOwn ? 'titleOwn' : 'title')} count={countOf(page, ctx.locale)} deed={deed} aside={aside} wide>
      <VisitsOnDevice prefix={visitsOf(ctx.user.id)} userId={ctx.user.id} />
      <WalkthroughTable view={viewOf(query)} page={page} filters={filters} isOwn={isOwn} ofOneCampus={ctx.campus !== null} deed={deed} />
    </Screen>
  )
}
