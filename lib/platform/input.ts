import { z } from 'zod'

/** Characters that are no text: NUL, which no database column takes, other controls, and halves of a character. */
const unwritable = /[\0-\x08\x0e-\x1f\x7f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const all = new RegExp(unwritable, 'g')

export const isWritable = (text: string) => !unwritable.test(text)
/** What an address says, without what is no text. */
export const writable = (text: string) => text.replace(all, '')

/** What is typed to find something: the first hundred letters are enough, and a long name is no mistake. */
export const searchText = z.string().transform((text) => writable(text.slice(0, 100))).default('')

const deepest = 20

function* unwritableIn(value: unknown, path: (string | number)[]): Generator<z.core.$ZodIssue> {
  if (typeof value === 'string') {
    if (!isWritable(value)) yield { code: 'custom', message: 'form.problems.unwritable', path, input: value }
  } else if (value instanceof FormData) {
    for (const [name, entry] of value) yield* unwritableIn(entry, [...path, name])
  } else if (typeof value === 'object' && value !== null && path.length < deepest) {
    for (const [name, part] of Object.entries(value)) yield* unwritableIn(part, [...path, name])
  }
}

/** Joiners, marks of direction and fillers: nobody sees them, and a name of nothing else is none. */
const unseen = /^[\p{Cf}\p{Z}\s\u034f\u115f\u1160\u2800\u3164\uffa0]+$/u

/** Texts of which nothing can be seen, as texts of nothing: a form that needs one says so. */
function seen(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return unseen.test(value) && /\S/.test(value) ? '' : value
  if (typeof value !== 'object' || value === null || depth >= deepest) return value
  if (Array.isArray(value)) return value.map((part) => seen(part, depth + 1))
  return Object.getPrototypeOf(value) === Object.prototype ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, seen(part, depth + 1)])) : value
}

/** What a door was given, by its schema. No door lets through characters that are no text. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const [issue] = unwritableIn(raw, [])
  if (issue) throw new z.ZodError([issue])
  return schema.parse(seen(raw))
}
