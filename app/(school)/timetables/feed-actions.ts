'use server'

import { z } from 'zod'
import { endFeed, makeFeed } from '@/lib/domain/access/calendar-feed.server'
import { defineAction } from '@/lib/platform/action.server'

const nothing = z.object({})
const refresh = '/timetables/mine'

export const makeFeedAction = defineAction({ needs: 'READ_TIMETABLES', input: nothing, refresh, run: async (ctx) => ({ token: (await makeFeed(ctx)).token }) })
export const endFeedAction = defineAction({ needs: 'READ_TIMETABLES', input: nothing, refresh, run: (ctx) => endFeed(ctx) })
