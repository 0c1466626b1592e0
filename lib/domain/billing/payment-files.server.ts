import 'server-only'
import type { FileOwner } from '@/lib/domain/files/public.server'

/** The proof of a payment: whoever may see the payment sees it, whoever may record one adds it. */
export const paymentFiles: FileOwner = {
  entity: 'payments', read: 'READ_PAYMENTS', write: 'RECORD_PAYMENTS',
  exists: async ({ db }, id) => (await db.payment.findFirst({ where: { id }, select: { id: true } })) !== null,
}
