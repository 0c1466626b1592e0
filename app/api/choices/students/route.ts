import { z } from 'zod'
import { findStudentChoices } from '@/lib/domain/people/student-choice.server'
import { searchText } from '@/lib/platform/input'
import { defineRoute } from '@/lib/platform/route.server'

/** Students to pick from while one types. */
export const GET = defineRoute({ needs: 'READ_STUDENTS', input: z.object({ q: searchText, campus: z.uuid().optional().catch(undefined) }), run: (ctx, { input }) => findStudentChoices(ctx, input.q, input.campus) })
