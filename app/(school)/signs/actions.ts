'use server'

import { rateInput } from '@/lib/domain/development/signs'
import { rateSign } from '@/lib/domain/development/signs.server'
import { defineAction } from '@/lib/platform/action.server'

export const rateSignAction = defineAction({ needs: 'CREATE_PROGRESS', input: rateInput, run: rateSign })
