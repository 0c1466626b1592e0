import { columnsOf, type Words } from '@/components/table/columns'
import type { RoomRow } from '@/lib/domain/timetable/room.server'

export function roomColumns(t: Words, ofOneCampus: boolean) {
  const c = columnsOf<RoomRow>()
  return c.columns([
    c.accessor('name', { header: t('rooms.fields.name'), meta: { sort: 'name' } }),
    c.accessor(({ roomType }) => t(`rooms.types.${roomType}`), { id: 'type', header: t('rooms.fields.roomType') }),
    c.accessor('campusName', { id: 'campus', header: t('campus'), meta: ofOneCampus ? { optional: true, card: 'nowhere' } : {} }),
    c.accessor('capacity', { header: t('rooms.fields.capacity'), meta: { align: 'end' } }),
    c.accessor('note', { header: t('rooms.fields.note'), meta: { card: 'nowhere' } }),
  ])
}
