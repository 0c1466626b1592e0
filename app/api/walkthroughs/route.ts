import { visitInput } from '@/lib/domain/development/walkthrough'
import { submitVisit } from '@/lib/domain/development/walkthrough.server'
import { defineRoute } from '@/lib/platform/route.server'

/** Not an action: a visit may be sent again after a reload or a lost connection, under the same id. */
export const POST = defineRoute({ needs: 'CREATE_WALKTHROUGHS', input: visitInput, run: (ctx, { input }) => submitVisit(ctx, input) })
