import { getTranslations } from 'next-intl/server'
import { Chart } from '@/components/chart/chart'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { getContent } from '@/lib/domain/development/content.server'
import { inLanguage } from '@/lib/domain/development/content-type'
import { fewestMembers } from '@/lib/domain/development/personality'
import { getTeam } from '@/lib/domain/development/personality.server'
import { requirePage } from '@/lib/platform/context.server'
import { ColleagueList } from './colleague-list'

export async function generateMetadata() {
  return { title: (await getTranslations('personality.teamOf'))('title') }
}

const bands = ['low', 'middle', 'high'] as const

/** Colleagues who share their result, and how the team is made up, without names. */
export default async function TeamPage() {
  const ctx = await requirePage('TAKE_QUIZZES')
  const [t, { payload }, { colleagues, composition }] = await Promise.all([getTranslations('personality.teamOf'), getContent(ctx, 'personality_quiz'), getTeam(ctx)])
  const nameOf = (key: string) => inLanguage(payload.traits.find((trait) => trait.key === key)!.name, ctx.locale)
  return (
    <Screen title={t('title')} description={[t('text'), ctx.campus?.name].filter(Boolean).join(' · ')} aside={<LinkButton href="/personality-quiz">{t('quiz')}</LinkButton>}>
      <Card title={composition ? undefined : t('composition')}>
        {composition ? (
          <Chart kind="bar" title={t('composition')} unit={t('people')} axis={t('trait')} series={bands.filter((band) => Object.values(composition).some((trait) => trait[band] > 0)).map((band) => ({ key: band, label: t(`bands.${band}`) }))} points={payload.traits.map(({ key }) => ({ label: nameOf(key), values: composition[key] }))} />
        ) : <p className="text-soft">{t('few', { count: fewestMembers })}</p>}
      </Card>
      <Card title={t('colleagues')} flush>
        <ColleagueList colleagues={colleagues.map(({ strongest, ...one }) => ({ ...one, trait: nameOf(strongest) }))} />
      </Card>
    </Screen>
  )
}
