'use server'

import { z } from 'zod'
import { termInput } from '@/lib/domain/academics/term'
import { terms } from '@/lib/domain/academics/term.server'
import { defineAction } from '@/lib/platform/action.server'
import { seenInput } from '@/lib/platform/catalog'

const refresh = '/setup/terms'

export const createTermAction = defineAction({ needs: 'CREATE_ACADEMIC_YEARS', input: termInput, run: terms.create, refresh })
export const updateTermAction = defineAction({ needs: 'UPDATE_ACADEMIC_YEARS', input: z.intersection(termInput, seenInput), run: terms.update, refresh })
export const removeTermAction = defineAction({ needs: 'DELETE_ACADEMIC_YEARS', input: seenInput, run: terms.remove, refresh })
export const restoreTermAction = defineAction({ needs: 'DELETE_ACADEMIC_YEARS', input: z.object({ id: z.uuid() }), run: terms.restore, refresh })
