import { getTranslations } from 'next-intl/server'
import { RemoveButton } from '@/components/record/remove-button'
import { Screen } from '@/components/ui/screen'
import { getBellSchedule } from '@/lib/domain/timetable/bell-schedule.server'
import { requirePage } from '@/lib/platform/context.server'
import { gone } from '../../../gone'
import { removeBellScheduleAction, restoreBellScheduleAction } from '../actions'
import { BellScheduleForm } from '../bell-schedule-form'

export async function generateMetadata() {
  return { title: (await getTranslations('timetables'))('bells.edit') }
}

export default async function BellSchedulePage({ params }: PageProps<'/setup/bell-schedules/[id]'>) {
  const ctx = await requirePage('UPDATE_TIMETABLES')
  const [t, row] = await Promise.all([getTranslations('timetables'), getBellSchedule(ctx, (await params).id).catch(gone)])
  const { id, seen, name, campusName } = row
  return (
    <Screen title={name} description={`${campusName} · ${t('bells.follow')}`} aside={ctx.can('DELETE_TIMETABLES') && <RemoveButton id={id} seen={seen} name={name} remove={removeBellScheduleAction} restore={restoreBellScheduleAction} listHref="/setup/bell-schedules" />}>
      <BellScheduleForm key={seen} row={row} campuses={[]} />
    </Screen>
  )
}
