import { z } from 'zod'
import { findStaffChoices } from '@/lib/domain/people/people-choice.server'
import { defineRoute } from '@/lib/platform/route.server'

/** People who work here to pick from while one types. */
export const GET = defineRoute({ needs: 'READ_STAFF', input: z.object({ q: z.string().max(100).default('') }), run: (ctx, { input }) => findStaffChoices(ctx, input.q) })
