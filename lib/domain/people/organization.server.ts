import 'server-only'
import type { z } from 'zod'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import type { organizationInput, OrganizationSettings } from './organization'

const columns = { name: true, locale: true, timeZone: true, currency: true, studentNumberRule: true } as const

/** What holds for every campus of the organization, the number the next student gets, and whether money was ever asked for. */
export async function getOrganization({ db, organization }: Ctx): Promise<{ settings: OrganizationSettings; next: number; hasInvoices: boolean }> {
  const [{ nextStudentNumber, ...settings }, invoice] = await Promise.all([
    db.organization.findFirstOrThrow({ where: { id: organization.id }, select: { ...columns, nextStudentNumber: true } }),
    db.invoice.findFirst({ select: { id: true } }),
  ])
  return { settings: settings as OrganizationSettings, next: nextStudentNumber, hasInvoices: invoice !== null }
}

/** Changes what holds for every campus. Amounts that were written in one currency are not read in another. */
export const updateOrganization = (ctx: Ctx, { was, ...input }: z.output<typeof organizationInput>): Promise<void> =>
  ctx.db.$transaction(async (tx) => {
    if (ctx.role.reach !== 'organization') throw new Refusal('forbidden', 'errors.refusals.forbidden')
    // Under the row's lock, which an invoice's number takes as well.
    const { count } = await tx.organization.updateMany({ where: { id: ctx.organization.id, ...was }, data: input })
    if (count === 0) throw new Refusal('conflict', 'setup.organization.changed')
    if (input.currency !== was.currency && (await tx.invoice.findFirst({ select: { id: true } }))) {
      throw new Refusal('invalid', 'errors.refusals.invalid', { fields: { currency: { key: 'setup.organization.problems.currency' } } })
    }
    await writeHistory(tx, ctx, { deed: 'update-organization', entity: 'organizations', id: ctx.organization.id, before: was, after: input })
  })
