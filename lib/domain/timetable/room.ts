import { z } from 'zod'
import { optionalNumber, optionalText } from '@/lib/platform/catalog'
import { defineList } from '@/lib/platform/list'

export const roomTypes = ['classroom', 'laboratory', 'computer', 'workshop', 'art', 'music', 'gym', 'hall', 'library', 'outdoor', 'other'] as const
export type RoomType = (typeof roomTypes)[number]

/** A room stays at its campus: the rest of it is edited. */
export const roomEditInput = z.object({
  name: z.string().trim().min(1).max(50),
  roomType: z.enum(roomTypes),
  capacity: optionalNumber(1, 2000),
  note: optionalText(300),
})
export const roomInput = roomEditInput.extend({ campusId: z.uuid('form.problems.required') })
export type RoomInput = z.input<typeof roomInput>

/** What a room is called and made of, in the order of its form. */
export const room = {
  name: 'room',
  entity: 'rooms',
  fields: {
    name: { kind: 'text', label: 'timetables.rooms.fields.name' },
    campusId: { kind: 'link', label: 'timetables.campus', of: 'campus' },
    roomType: { kind: 'choice', label: 'timetables.rooms.fields.roomType', words: 'timetables.rooms.types' },
    capacity: { kind: 'number', label: 'timetables.rooms.fields.capacity', optional: true },
    note: { kind: 'long', label: 'timetables.rooms.fields.note', optional: true },
  },
} as const

export const roomList = defineList({ filters: { campus: z.uuid(), type: z.enum(roomTypes) }, sorts: { name: ['name'] }, defaultSort: 'name' })
