import 'server-only'
import { getPayment } from '@/lib/domain/billing/payment-reading.server'
import { openRecord } from '../../open-record.server'

export const openPayment = openRecord('READ_PAYMENTS', getPayment)
