'use server'

import { z } from 'zod'
import { guardianInput } from '@/lib/domain/people/guardian'
import { guardians } from '@/lib/domain/people/guardian.server'
import { defineAction } from '@/lib/platform/action.server'
import { seenInput } from '@/lib/platform/catalog'

const refresh = '/guardians'

export const createGuardianAction = defineAction({ needs: 'CREATE_GUARDIANS', input: guardianInput, run: guardians.create, refresh })
export const updateGuardianAction = defineAction({ needs: 'UPDATE_GUARDIANS', input: z.intersection(guardianInput, seenInput), run: guardians.update, refresh })
export const removeGuardianAction = defineAction({ needs: 'DELETE_GUARDIANS', input: seenInput, run: guardians.remove, refresh })
export const restoreGuardianAction = defineAction({ needs: 'DELETE_GUARDIANS', input: z.object({ id: z.uuid() }), run: guardians.restore, refresh })
