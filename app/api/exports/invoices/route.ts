import { getTranslations } from 'next-intl/server'
import { invoiceColumns } from '@/app/(school)/invoices/invoice-columns'
import { invoiceList } from '@/lib/domain/billing/invoice'
import { listInvoices } from '@/lib/domain/billing/invoice-reading.server'
import { exportRoute } from '../export-route'

export const GET = exportRoute({ needs: 'READ_INVOICES', name: 'invoices', list: invoiceList, read: listInvoices, columns: async (ctx) => invoiceColumns(await getTranslations('invoices'), ctx.campus !== null, { currency: ctx.organization.currency, locale: ctx.locale }) })
