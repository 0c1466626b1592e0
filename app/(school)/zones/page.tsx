import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { listListeners, listOwnCheckIns } from '@/lib/domain/development/check-in.server'
import { requirePage } from '@/lib/platform/context.server'
import { OwnList } from './own-list'
import { shownZones } from './shown-zones.server'
import { TalkForm } from './talk-form'
import { ZoneBoard } from './zone-board'
import { ZoneTrends } from './zone-trends'
import './zones.css'

export async function generateMetadata() {
  return { title: (await getTranslations('zones'))('title') }
}

/** How one is, in one tap; what helps; whom to talk to. */
export default async function ZonesPage() {
  const ctx = await requirePage('CREATE_PROGRESS')
  const [t, { question, zones }, own, listeners] = await Promise.all([getTranslations('zones'), shownZones(ctx), listOwnCheckIns(ctx), listListeners(ctx)])
  return (
    <Screen title={question} description={t('private')}>
      <ZoneBoard question={question} zones={zones} />
      <TalkForm listeners={listeners} />
      <OwnList rows={own} zones={zones} timeZone={ctx.timeZone} />
      {ctx.can('READ_WELLBEING_TRENDS') && <ZoneTrends ctx={ctx} />}
    </Screen>
  )
}
