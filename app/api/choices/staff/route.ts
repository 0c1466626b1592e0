import { z } from 'zod'
import { findStaffChoices } from '@/lib/domain/people/people-choice.server'
import { searchText } from '@/lib/platform/input'
import { defineRoute } from '@/lib/platform/route.server'

/** People who work here to pick from while one types. */
export const GET = defineRoute({ needs: 'READ_STAFF', input: z.object({ q: searchText }), run: (ctx, { input }) => findStaffChoices(ctx, input.q) })
