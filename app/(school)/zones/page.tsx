import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { listListeners, listOwnCheckIns } from '@/lib/domain/development/check-in.server'
import { getContent } from '@/lib/domain/development/content.server'
import { inLanguage } from '@/lib/domain/development/content-type'
import { requirePage } from '@/lib/platform/context.server'
import { OwnList } from './own-list'
import { TalkForm } from './talk-form'
import { TrendCard } from './trend-card'
import { ZoneBoard } from './zone-board'
import './zones.css'

export async function generateMetadata() {
  return { title: (await getTranslations('zones'))('title') }
}

/** How one is, in one tap; what helps; whom to talk to. */
export default async function ZonesPage() {
  const ctx = await requirePage('CREATE_PROGRESS')
  const [t, { payload }, own, listeners] = await Promise.all([getTranslations('zones'), getContent(ctx, 'zones'), listOwnCheckIns(ctx), listListeners(ctx)])
  const say = (words: { en: string; es: string }) => inLanguage(words, ctx.locale)
  const zones = payload.zones.map(({ key, name, about, strategies }) => ({ key, name: say(name), about: say(about), strategies: strategies.map(say) }))
  return (
    <Screen title={say(payload.question)} description={t('private')}>
      <ZoneBoard question={say(payload.question)} zones={zones} />
      <TalkForm listeners={listeners} />
      <OwnList rows={own} zones={zones} timeZone={ctx.timeZone} />
      {ctx.can('READ_WELLBEING_TRENDS') && <TrendCard ctx={ctx} zones={zones} />}
    </Screen>
  )
}
