import { submitInput } from '@/lib/domain/attendance/register'
import { submitRegister } from '@/lib/domain/attendance/register.server'
import { defineRoute } from '@/lib/platform/route.server'

/** Not an action: a register may be sent again after a reload or a lost connection, with the same key. */
export const POST = defineRoute({
  needs: 'TAKE_ATTENDANCE',
  input: submitInput,
  run: (ctx, { input }) => submitRegister(ctx, input),
})
