import { z } from 'zod'
import { readBoard } from '@/lib/domain/timetable/board.server'
import { getTimetable } from '@/lib/domain/timetable/timetable.server'
import { defineRoute } from '@/lib/platform/route.server'

/** What stands now, or null where it is what was seen. */
export const GET = defineRoute({
  needs: 'UPDATE_TIMETABLES', input: z.object({ seen: z.string().optional() }),
  run: async (ctx, { input, params }) => {
    const row = await getTimetable(ctx, String(params.id))
    return row.seen === input.seen ? null : { isDraft: row.status === 'draft', board: await readBoard(ctx, row) }
  },
})
