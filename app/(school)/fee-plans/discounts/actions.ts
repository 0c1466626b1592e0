'use server'

import { z } from 'zod'
import { discountInput, endGrantInput, grantInput } from '@/lib/domain/billing/discount'
import { createDiscount, endGrant, grantDiscount, updateDiscount } from '@/lib/domain/billing/discount.server'
import { defineAction } from '@/lib/platform/action.server'
import { seenInput } from '@/lib/platform/catalog'

const refresh = '/fee-plans/discounts'

export const createDiscountAction = defineAction({ needs: 'CREATE_FEE_PLANS', input: discountInput, run: createDiscount, refresh })
export const updateDiscountAction = defineAction({ needs: 'UPDATE_FEE_PLANS', input: z.intersection(discountInput, seenInput), run: updateDiscount, refresh })
export const grantDiscountAction = defineAction({ needs: 'UPDATE_FEE_PLANS', input: grantInput, run: grantDiscount, refresh })
export const endGrantAction = defineAction({ needs: 'UPDATE_FEE_PLANS', input: endGrantInput, run: endGrant, refresh })
