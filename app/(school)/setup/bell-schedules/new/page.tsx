import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { requirePage } from '@/lib/platform/context.server'
import { campusesFirst } from '../../../timetables/campus-options'
import { StandsOn } from '../../stands-on'
import { BellScheduleForm } from '../bell-schedule-form'

export async function generateMetadata() {
  return { title: (await getTranslations('timetables'))('bells.new') }
}

export default async function NewBellSchedulePage() {
  const ctx = await requirePage('CREATE_TIMETABLES')
  const t = await getTranslations('timetables')
  return (
    <Screen title={t('bells.new')} description={t('bells.hint')}>
      <StandsOn ctx={ctx} on={['campuses']}>
        <BellScheduleForm campuses={campusesFirst(ctx)} />
      </StandsOn>
    </Screen>
  )
}
