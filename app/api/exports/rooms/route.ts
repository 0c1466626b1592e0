import { getTranslations } from 'next-intl/server'
import { roomColumns } from '@/app/(school)/setup/rooms/room-columns'
import { roomList } from '@/lib/domain/timetable/room'
import { listRooms } from '@/lib/domain/timetable/room.server'
import { exportRoute } from '../export-route'

export const GET = exportRoute({ needs: 'READ_TIMETABLES', name: 'rooms', list: roomList, read: listRooms, columns: async (ctx) => roomColumns(await getTranslations('timetables'), ctx.campus !== null) })
