import 'server-only'
import { getFeePlan } from '@/lib/domain/billing/fee-plan.server'
import { openRecord } from '../../open-record.server'

export const openFeePlan = openRecord('READ_FEE_PLANS', getFeePlan)
