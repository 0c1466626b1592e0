import 'server-only'
import type { z } from 'zod'
import type { Ctx } from '@/lib/platform/context'
import { gate } from '@/lib/platform/db/gate.server'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import type { emailChangeInput } from './account'
import { leaveMail } from './mail.server'
import { assertPassword } from './second-factor.server'
import { countWish } from './throttle.server'

/** Asks for another address. It becomes the person's when both the old and the new one have confirmed; who else has it is told nobody. */
export async function askEmailChange(ctx: Ctx, { email, password }: z.output<typeof emailChangeInput>): Promise<void> {
  const { id: userId, email: old } = ctx.user
  if (email.toLowerCase() === old.toLowerCase()) throw new Refusal('invalid', 'errors.refusals.invalid', { fields: { email: { key: 'account.problems.sameEmail' } } })
  await assertPassword(ctx, password, 'password')
  const seconds = await countWish(userId)
  if (seconds > 0) throw new Refusal('too-many', 'access.refusals.waitLong', { params: { minutes: Math.ceil(seconds / 60) } })
  // What was confirmed for an earlier wish counts for no other.
  await gate().oneTimeToken.deleteMany({ where: { userId, purpose: 'verify_email' } })
  await ctx.db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id: userId }, data: { pendingEmail: email } })
    if (count === 0) throw new Refusal('not-found', 'errors.refusals.notFound')
    for (const [template, recipient] of [['confirm-old', old], ['confirm-new', email]] as const) await leaveMail(tx, { template, recipient, userId, locale: ctx.locale, params: { email } })
    await writeHistory(tx, ctx, { deed: 'ask-email-change', entity: 'users', id: userId, after: { email } })
  })
}
