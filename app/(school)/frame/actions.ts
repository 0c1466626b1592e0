'use server'

import { beginInput } from '@/lib/domain/development/frame'
import { beginFrame } from '@/lib/domain/development/frame.server'
import { defineAction } from '@/lib/platform/action.server'

export const beginFrameAction = defineAction({ needs: 'CREATE_FRAME_ENTRIES', input: beginInput, run: beginFrame, refresh: '/frame' })
