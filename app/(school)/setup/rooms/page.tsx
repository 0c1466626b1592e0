import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { roomList, roomTypes } from '@/lib/domain/timetable/room'
import { listRooms } from '@/lib/domain/timetable/room.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { countOf } from '../../count-of'
import { campusChoices, wordChoices } from '../../list-choices'
import { RoomTable } from './room-table'

export async function generateMetadata() {
  return { title: (await getTranslations('timetables'))('rooms.title') }
}

export default async function RoomsPage({ searchParams }: PageProps<'/setup/rooms'>) {
  const ctx = await requirePage('READ_TIMETABLES')
  const query = parseList(roomList, await searchParams)
  const [t, page] = await Promise.all([getTranslations('timetables'), listRooms(ctx, query)])
  const filters = [...campusChoices(ctx, t('campus')), { name: 'type', label: t('rooms.fields.roomType'), options: wordChoices(roomTypes, (one) => t(`rooms.types.${one}`)) }]
  const deed = ctx.can('CREATE_TIMETABLES') && <LinkButton href="/setup/rooms/new" variant="primary">{t('rooms.new')}</LinkButton>
  return (
    <Screen title={t('rooms.title')} count={countOf(page, ctx.locale)} deed={deed} wide>
      <RoomTable view={viewOf(query)} page={page} filters={filters} ofOneCampus={ctx.campus !== null} may={{ edit: ctx.can('UPDATE_TIMETABLES'), remove: ctx.can('DELETE_TIMETABLES') }} deed={deed} />
    </Screen>
  )
}
