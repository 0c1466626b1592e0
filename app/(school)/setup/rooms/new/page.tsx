import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { requirePage } from '@/lib/platform/context.server'
import { campusesFirst } from '../../../timetables/campus-options'
import { StandsOn } from '../../stands-on'
import { RoomForm } from '../room-form'

export async function generateMetadata() {
  return { title: (await getTranslations('timetables'))('rooms.new') }
}

export default async function NewRoomPage() {
  const ctx = await requirePage('CREATE_TIMETABLES')
  const t = await getTranslations('timetables')
  return (
    <Screen title={t('rooms.new')}>
      <StandsOn ctx={ctx} on={['campuses']}>
        <RoomForm campuses={campusesFirst(ctx)} />
      </StandsOn>
    </Screen>
  )
}
