import type { z } from 'zod'
import type { Message, MessageParams } from './errors'

const isKey = (text: string) => /^[a-z][\w-]*(\.[\w-]+)+$/i.test(text)

function paramsOf(issue: z.core.$ZodIssue): MessageParams {
  const known = issue as { minimum?: unknown; maximum?: unknown }
  return {
    ...(known.minimum === undefined ? {} : { minimum: String(known.minimum) }),
    ...(known.maximum === undefined ? {} : { maximum: String(known.maximum) }),
  }
}

/**
 * The sentence for a zod issue: a schema's own text is a key of `messages/`, all others have a general
 * one by kind under `form.problems`.
 */
export function messageOf(issue: z.core.$ZodIssue): Message {
  if (isKey(issue.message)) return { key: issue.message, params: paramsOf(issue) }
  const empty = issue.code === 'too_small' && issue.minimum === 1 && issue.origin === 'string'
  return { key: `form.problems.${empty ? 'required' : issue.code}`, params: paramsOf(issue) }
}
