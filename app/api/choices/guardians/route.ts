import { z } from 'zod'
import { findGuardianChoices } from '@/lib/domain/people/people-choice.server'
import { searchText } from '@/lib/platform/input'
import { defineRoute } from '@/lib/platform/route.server'

/** Guardians to pick from while one types. */
export const GET = defineRoute({ needs: 'READ_GUARDIANS', input: z.object({ q: searchText }), run: (ctx, { input }) => findGuardianChoices(ctx, input.q) })
