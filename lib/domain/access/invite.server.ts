import 'server-only'
import type { z } from 'zod'
import { machineTime } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { writeHistory } from '@/lib/platform/history.server'
import { assertMayGrant, roleGiving, takeTurn } from './grant.server'
import { leaveMail } from './mail.server'
import { mostInvited, recipientsOf, type inviteInput, type Recipient } from './user'

const addressesHere = async ({ db }: Pick<Ctx, 'db'>, emails: readonly string[]) =>
  new Set((await db.user.findMany({ where: { OR: emails.map((email) => ({ email: { equals: email, mode: 'insensitive' as const } })) }, take: emails.length, select: { email: true } })).map(({ email }) => email.toLowerCase()))

/** Who stands in a pasted list, and who of them has an account here; of other organizations nothing is looked up. */
export async function previewInvites(ctx: Ctx, { text }: { text: string }): Promise<Recipient[]> {
  const people = recipientsOf(text)
  const good = people.filter(({ problem }) => problem === null)
  const known = good.length > 0 ? await addressesHere(ctx, good.map(({ email }) => email)) : new Set<string>()
  let room = mostInvited
  return people.map((one) => {
    if (one.problem !== null) return one
    if (known.has(one.email.toLowerCase())) return { ...one, problem: 'known' as const }
    return room-- > 0 ? one : { ...one, problem: 'later' as const }
  })
}

/** Makes an account for each that has none here, and sends the invitation. One that came between is left out, never sent twice. */
export async function inviteUsers(ctx: Ctx, { people, roleId, campusIds }: z.output<typeof inviteInput>): Promise<{ invited: number; known: number }> {
  const role = await roleGiving(ctx.db, roleId)
  assertMayGrant(ctx, role.permissions, role.reach)
  let invited = 0
  for (const { email, firstName, lastName } of people) {
    const isNew = await ctx.db.$transaction(async (tx) => {
      // In turn with changes of roles: nobody is invited into one that was retired a moment ago.
      await takeTurn(tx, ctx)
      await roleGiving(tx, roleId)
      if ((await addressesHere({ db: tx }, [email])).size > 0) return false
      const { id } = await tx.user.create({ data: { email, firstName, lastName, roleId, invitedAt: machineTime() }, select: { id: true } })
      if (campusIds.length > 0) await tx.userCampus.createMany({ data: campusIds.map((campusId) => ({ userId: id, campusId })) })
      await leaveMail(tx, { template: 'invite', recipient: email, userId: id, locale: ctx.locale, params: { inviter: ctx.user.name, role: role.name } })
      await writeHistory(tx, ctx, { deed: 'invite-user', entity: 'users', id, after: { email, role: role.name } })
      return true
    }).catch((error: unknown) => {
      if (isTaken(error)) return false
      throw error
    })
    if (isNew) invited += 1
  }
  return { invited, known: people.length - invited }
}

/** Two who invite the same person at once: the second finds the address taken. */
const isTaken = (error: unknown) => typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002'
