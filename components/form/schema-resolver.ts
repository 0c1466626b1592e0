import { toNestErrors } from '@hookform/resolvers'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { get, type FieldError, type FieldValues, type Resolver } from 'react-hook-form'
import type { z } from 'zod'
import { messageOf } from '@/lib/platform/problems'

const required = { key: 'form.problems.required', params: {} }
const isBlank = (value: unknown) => value === '' || value === null || value === undefined
const isOwnText = (message: string) => messageOf({ code: 'custom', message, path: [], input: undefined }).key === message

/**
 * zodResolver hands on zod's English; this one says each issue as the server's door would, in the reader's
 * language and with its numbers. What was typed is sent unparsed: the door parses it again.
 */
export function useSchemaResolver<Input extends FieldValues>(schema: z.ZodType<unknown, Input>): Resolver<Input> {
  const t = useTranslations()
  return useCallback(
    async (values, _context, options) => {
      const parsed = await schema.safeParseAsync(values)
      if (parsed.success) return { values, errors: {} }
      const problems: Record<string, FieldError> = {}
      for (const issue of parsed.error.issues) {
        const { key, params } = isBlank(get(values, issue.path.join('.'))) && !isOwnText(issue.message) ? required : messageOf(issue)
        problems[issue.path.join('.') || 'root'] ??= { type: issue.code, message: t(key, params) }
      }
      return { values: {}, errors: toNestErrors(problems, options) }
    },
    [schema, t],
  )
}
