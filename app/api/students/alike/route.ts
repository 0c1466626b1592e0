import { alikeInput, findAlike } from '@/lib/domain/people/student-alike.server'
import { defineRoute } from '@/lib/platform/route.server'

/** Who may be the student that is being written down, while one types. */
export const GET = defineRoute({ needs: 'READ_STUDENTS', input: alikeInput, run: (ctx, { input }) => findAlike(ctx, input) })
