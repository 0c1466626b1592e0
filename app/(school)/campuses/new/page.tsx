import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { requirePage } from '@/lib/platform/context.server'
import { CampusForm } from '../campus-form'

export async function generateMetadata() {
  return { title: (await getTranslations('campuses'))('new') }
}

export default async function NewCampusPage() {
  const ctx = await requirePage('CREATE_CAMPUSES')
  const t = await getTranslations('campuses')
  return (
    <Screen title={t('new')}>
      <CampusForm zones={['UTC', ...Intl.supportedValuesOf('timeZone')]} timeZone={ctx.timeZone} />
    </Screen>
  )
}
