import { z } from 'zod'

/** One field of many records set to one value. */
export type Change = { field: string; value: string | number | boolean | null }

/** What a change of one of `fields` must look like: the value is checked as the record's own form checks it. */
export function changeInput(input: z.ZodObject, fields: readonly [string, ...string[]]): z.ZodType<Change, { field: string; value: unknown }> {
  const value = z.union([z.string(), z.number(), z.boolean(), z.null()])
  return z.object({ field: z.enum(fields), value: z.unknown() }).transform((change, context) => {
    const parsed = input.shape[change.field]!.safeParse(change.value) as z.ZodSafeParseResult<unknown>
    if (!parsed.success) context.issues.push({ code: 'custom', message: parsed.error.issues[0]?.message, path: ['value'], input: change.value })
    return { field: change.field, value: value.catch(null).parse(parsed.data ?? null) }
  })
}
