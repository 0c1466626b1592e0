'use server'

import { z } from 'zod'
import { answerInput } from '@/lib/domain/development/walkthrough'
import { answerVisit, discardDraft } from '@/lib/domain/development/walkthrough.server'
import { defineAction } from '@/lib/platform/action.server'

export const answerVisitAction = defineAction({ needs: 'ANSWER_WALKTHROUGHS', input: answerInput, run: answerVisit, refresh: '/walkthroughs' })
export const discardDraftAction = defineAction({ needs: 'CREATE_WALKTHROUGHS', input: z.object({ id: z.uuid() }), run: discardDraft, refresh: '/walkthroughs' })
