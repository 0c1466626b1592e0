'use server'

import { z } from 'zod'
import { dropOwnContent, saveContent, takeVersion } from '@/lib/domain/development/content-edit.server'
import { contentTypes } from '@/lib/domain/development/content-type'
import { defineAction } from '@/lib/platform/action.server'

const needs = 'UPDATE_CONTENT'
const refresh = '/content'
const upon = z.object({ type: z.enum(contentTypes), seen: z.int32().min(0) })

export const saveContentAction = defineAction({ needs, input: upon.extend({ payload: z.json() }), run: saveContent, refresh })
export const takeVersionAction = defineAction({ needs, input: upon.extend({ id: z.uuid() }), run: takeVersion, refresh })
export const dropContentAction = defineAction({ needs, input: upon, run: dropOwnContent, refresh })
