import { getTranslations } from 'next-intl/server'
import { RemoveButton } from '@/components/record/remove-button'
import { Screen } from '@/components/ui/screen'
import { roomEditInput } from '@/lib/domain/timetable/room'
import { rooms } from '@/lib/domain/timetable/room.server'
import { requirePage } from '@/lib/platform/context.server'
import { gone } from '../../../gone'
import { removeRoomAction, restoreRoomAction } from '../actions'
import { RoomForm } from '../room-form'

export async function generateMetadata() {
  return { title: (await getTranslations('timetables'))('rooms.edit') }
}

export default async function RoomPage({ params }: PageProps<'/setup/rooms/[id]'>) {
  const ctx = await requirePage('UPDATE_TIMETABLES')
  const { id, seen, values } = await rooms.get(ctx, (await params).id).catch(gone)
  const name = String(values.name)
  return (
    <Screen title={name} aside={ctx.can('DELETE_TIMETABLES') && <RemoveButton id={id} seen={seen} name={name} remove={removeRoomAction} restore={restoreRoomAction} listHref="/setup/rooms" />}>
      <RoomForm key={seen} row={{ id, seen, values: roomEditInput.parse(values) }} campuses={[]} />
    </Screen>
  )
}
