'use server'

import { z } from 'zod'
import { publishInput } from '@/lib/domain/timetable/publishing'
import { publishTimetable } from '@/lib/domain/timetable/publishing.server'
import { timetableEditInput, timetableInput } from '@/lib/domain/timetable/timetable'
import { timetables } from '@/lib/domain/timetable/timetable.server'
import { defineAction } from '@/lib/platform/action.server'
import { seenInput } from '@/lib/platform/catalog'

const refresh = '/timetables'

export const createTimetableAction = defineAction({ needs: 'CREATE_TIMETABLES', input: timetableInput, run: timetables.create, refresh })
export const updateTimetableAction = defineAction({ needs: 'UPDATE_TIMETABLES', input: z.intersection(timetableEditInput, seenInput), run: timetables.update, refresh })
export const removeTimetableAction = defineAction({ needs: 'DELETE_TIMETABLES', input: seenInput, run: timetables.remove, refresh })
export const restoreTimetableAction = defineAction({ needs: 'DELETE_TIMETABLES', input: z.object({ id: z.uuid() }), run: timetables.restore, refresh })
export const publishTimetableAction = defineAction({ needs: 'UPDATE_TIMETABLES', input: publishInput, run: publishTimetable, refresh })
