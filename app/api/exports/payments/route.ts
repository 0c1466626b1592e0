import { getTranslations } from 'next-intl/server'
import { paymentColumns } from '@/app/(school)/payments/payment-columns'
import { paymentList } from '@/lib/domain/billing/payment'
import { listPayments } from '@/lib/domain/billing/payment-reading.server'
import { exportRoute } from '../export-route'

export const GET = exportRoute({ needs: 'READ_PAYMENTS', name: 'payments', list: paymentList, read: listPayments, columns: async (ctx) => paymentColumns(await getTranslations('payments'), ctx.campus !== null, { currency: ctx.organization.currency, locale: ctx.locale }) })
