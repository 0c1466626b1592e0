'use server'

import { z } from 'zod'
import { bellScheduleEditInput, bellScheduleInput } from '@/lib/domain/timetable/bell-schedule'
import { bellSchedules } from '@/lib/domain/timetable/bell-schedule.server'
import { defineAction } from '@/lib/platform/action.server'
import { seenInput } from '@/lib/platform/catalog'

const refresh = '/setup/bell-schedules'

export const createBellScheduleAction = defineAction({ needs: 'CREATE_TIMETABLES', input: bellScheduleInput, run: bellSchedules.create, refresh })
export const updateBellScheduleAction = defineAction({ needs: 'UPDATE_TIMETABLES', input: z.intersection(bellScheduleEditInput, seenInput), run: bellSchedules.update, refresh })
export const removeBellScheduleAction = defineAction({ needs: 'DELETE_TIMETABLES', input: seenInput, run: bellSchedules.remove, refresh })
export const restoreBellScheduleAction = defineAction({ needs: 'DELETE_TIMETABLES', input: z.object({ id: z.uuid() }), run: bellSchedules.restore, refresh })
