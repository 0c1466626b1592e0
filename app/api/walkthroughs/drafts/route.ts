import { draftInput } from '@/lib/domain/development/walkthrough'
import { saveDraft } from '@/lib/domain/development/walkthrough.server'
import { defineRoute } from '@/lib/platform/route.server'

/** Not an action: it is kept while somebody writes, beside everything else. */
export const POST = defineRoute({ needs: 'CREATE_WALKTHROUGHS', input: draftInput, run: (ctx, { input }) => saveDraft(ctx, input) })
