'use server'

import { z } from 'zod'
import { roomEditInput, roomInput } from '@/lib/domain/timetable/room'
import { rooms } from '@/lib/domain/timetable/room.server'
import { defineAction } from '@/lib/platform/action.server'
import { seenInput } from '@/lib/platform/catalog'

const refresh = '/setup/rooms'

export const createRoomAction = defineAction({ needs: 'CREATE_TIMETABLES', input: roomInput, run: rooms.create, refresh })
export const updateRoomAction = defineAction({ needs: 'UPDATE_TIMETABLES', input: z.intersection(roomEditInput, seenInput), run: rooms.update, refresh })
export const removeRoomAction = defineAction({ needs: 'DELETE_TIMETABLES', input: seenInput, run: rooms.remove, refresh })
export const restoreRoomAction = defineAction({ needs: 'DELETE_TIMETABLES', input: z.object({ id: z.uuid() }), run: rooms.restore, refresh })
