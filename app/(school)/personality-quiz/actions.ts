'use server'

import { z } from 'zod'
import { personalityInput } from '@/lib/domain/development/personality'
import { savePersonality, shareResult } from '@/lib/domain/development/personality.server'
import { defineAction } from '@/lib/platform/action.server'

const refresh = '/personality-quiz'

export const savePersonalityAction = defineAction({ needs: 'TAKE_QUIZZES', input: personalityInput, run: savePersonality, refresh })
export const shareResultAction = defineAction({ needs: 'TAKE_QUIZZES', input: z.object({ isShared: z.boolean() }), run: shareResult, refresh: [refresh, '/personality-quiz/team'] })
