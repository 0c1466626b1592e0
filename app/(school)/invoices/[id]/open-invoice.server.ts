import 'server-only'
import { getInvoice } from '@/lib/domain/billing/invoice-reading.server'
import { openRecord } from '../../open-record.server'

export const openInvoice = openRecord('READ_INVOICES', getInvoice)
