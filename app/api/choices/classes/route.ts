import { z } from 'zod'
import { findClassChoices } from '@/lib/domain/academics/class-choice.server'
import { searchText } from '@/lib/platform/input'
import { defineRoute } from '@/lib/platform/route.server'

/** Classes to pick from while one types, of one campus if it is named. */
export const GET = defineRoute({ needs: 'READ_CLASSES', input: z.object({ q: searchText, campus: z.uuid().optional().catch(undefined) }), run: (ctx, { input }) => findClassChoices(ctx, input) })
