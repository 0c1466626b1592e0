import { stepInput } from '@/lib/domain/timetable/board'
import { placeLessons } from '@/lib/domain/timetable/placing.server'
import { Refusal } from '@/lib/platform/errors'
import { defineRoute } from '@/lib/platform/route.server'

/** One step of drawing. Steps are many and in a row, so they come here and not by an action. */
export const POST = defineRoute({
  needs: 'UPDATE_TIMETABLES', input: stepInput,
  run: async (ctx, { input, params }) => {
    if (params.id !== input.timetableId) throw new Refusal('not-found', 'errors.refusals.notFound')
    return placeLessons(ctx, input)
  },
})
