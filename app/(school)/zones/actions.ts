'use server'

import { z } from 'zod'
import { checkInInput, reasonInput, talkInput } from '@/lib/domain/development/check-in'
import { askForTalk, checkIn, noteReason, settleTalk } from '@/lib/domain/development/check-in.server'
import { defineAction } from '@/lib/platform/action.server'

export const checkInAction = defineAction({ needs: 'CREATE_PROGRESS', input: checkInInput, run: checkIn })
export const noteReasonAction = defineAction({ needs: 'CREATE_PROGRESS', input: reasonInput, run: noteReason, refresh: '/zones' })
export const askForTalkAction = defineAction({ needs: 'CREATE_PROGRESS', input: talkInput, run: askForTalk })
export const settleTalkAction = defineAction({ needs: 'SIGNED_IN', input: z.object({ id: z.uuid() }), run: settleTalk, refresh: '/' })
