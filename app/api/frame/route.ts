import { frameInput } from '@/lib/domain/development/frame'
import { saveFrame } from '@/lib/domain/development/frame.server'
import { defineRoute } from '@/lib/platform/route.server'

/** Not an action: it is kept while somebody writes. */
export const POST = defineRoute({ needs: 'UPDATE_FRAME_ENTRIES', input: frameInput, run: (ctx, { input }) => saveFrame(ctx, input) })
