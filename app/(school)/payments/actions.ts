'use server'

import { creditInput, paymentInput, refundInput, reversalInput } from '@/lib/domain/billing/payment'
import { recordPayment, refundPayment, reversePayment, settleByCredit } from '@/lib/domain/billing/payment.server'
import { defineAction } from '@/lib/platform/action.server'

const refresh = ['/payments', '/invoices', '/billing']

export const recordPaymentAction = defineAction({ needs: 'RECORD_PAYMENTS', input: paymentInput, run: recordPayment, refresh })
export const settleByCreditAction = defineAction({ needs: 'RECORD_PAYMENTS', input: creditInput, run: settleByCredit, refresh })
export const reversePaymentAction = defineAction({ needs: 'REVERSE_PAYMENTS', input: reversalInput, run: reversePayment, refresh })
export const refundPaymentAction = defineAction({ needs: 'REVERSE_PAYMENTS', input: refundInput, run: refundPayment, refresh })
