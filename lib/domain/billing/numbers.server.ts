import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import type { TenantDb } from '@/lib/platform/db/tenant.server'

const written = (letters: string, number: number) => `${letters}-${String(number).padStart(6, '0')}`

/** The next number, under the lock of the organization's row until the transaction ends: one that is rolled back leaves no gap. */
export async function nextInvoiceNumber(tx: TenantDb, { organization }: Pick<Ctx, 'organization'>): Promise<string> {
  const { nextInvoiceNumber: after } = await tx.organization.update({ where: { id: organization.id }, data: { nextInvoiceNumber: { increment: 1 } }, select: { nextInvoiceNumber: true } })
  return written('INV', after - 1)
}

export async function nextReceiptNumber(tx: TenantDb, { organization }: Pick<Ctx, 'organization'>): Promise<string> {
  const { nextReceiptNumber: after } = await tx.organization.update({ where: { id: organization.id }, data: { nextReceiptNumber: { increment: 1 } }, select: { nextReceiptNumber: true } })
  return written('REC', after - 1)
}
