/** A field of a row by its path (`student.familyName`). Empty values always come last. A number is a whole one, as an `Int` column holds it. */
export type SortField = { field: string; kind?: 'text' | 'number' | 'date'; nullable?: boolean }

type Scalar = string | number | Date | null
export type Cursor = readonly [...values: Scalar[], id: string]
type Nested = { [key: string]: unknown }

/**
 * Arguments for `findMany`; `take` is one more than a page, to know whether there is another. A statement of our
 * own walks in `direction` from the `cursor`, or from the end where there is none.
 */
export type Keyset = { where: Nested; orderBy: Nested[]; take: number; cursor: Cursor | null; direction: 'asc' | 'desc' }

const largest = 2 ** 31 - 1
/** As JSON writes a date, in a year that the database knows. */
const instant = /^(?!0000)\d{4}-/
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const nest = (path: string, leaf: unknown): Nested =>
  path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), leaf) as Nested

const valueAt = (row: object, path: string) =>
  path.split('.').reduce<unknown>((value, key) => (value as Nested | null | undefined)?.[key], row)

function toScalar(value: unknown, { field }: SortField): Scalar {
  if (value === undefined) throw new Error(`The sort field ${field} is missing from the select`)
  if (value === null || typeof value === 'string' || typeof value === 'number' || value instanceof Date) return value
  return String(value)
}

/** The place of a row in its order, opaque to everyone but `readCursor`. */
export function cursorOf(row: { id: string }, fields: readonly SortField[]): string {
  const values = fields.map((sort) => toScalar(valueAt(row, sort.field), sort))
  return Buffer.from(JSON.stringify([...values, row.id])).toString('base64url')
}

function readScalar(value: unknown, { kind = 'text', nullable }: SortField): Scalar | undefined {
  if (value === null) return nullable ? null : undefined
  if (kind === 'number') return Number.isInteger(value) && Math.abs(value as number) <= largest ? (value as number) : undefined
  if (typeof value !== 'string' || value.includes('\0')) return undefined
  if (kind === 'text') return value
  const date = new Date(value)
  return instant.test(value) && !Number.isNaN(date.getTime()) && date.toISOString() === value ? date : undefined
}

/** Null for anything that `cursorOf` would not have written for this order. */
export function readCursor(text: string | null, fields: readonly SortField[]): Cursor | null {
  if (!text || text.length > 2000) return null
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(parsed) || parsed.length !== fields.length + 1) return null
    const id: unknown = parsed.at(-1)
    const values = fields.map((sort, i) => readScalar(parsed[i], sort))
    if (typeof id !== 'string' || !uuid.test(id) || values.includes(undefined)) return null
    return [...(values as Scalar[]), id]
  } catch {
    return null
  }
}

type Step = SortField & { direction: 'asc' | 'desc'; nulls: 'first' | 'last' }

/** Rows strictly beyond the value in this step's direction; null when there can be none. */
function beyond({ field, direction, nullable, nulls }: Step, value: Scalar): Nested | null {
  if (value === null) return nulls === 'first' ? { NOT: nest(field, null) } : null
  const further = nest(field, { [direction === 'asc' ? 'gt' : 'lt']: value })
  return nullable && nulls === 'last' ? { OR: [further, nest(field, null)] } : further
}

function whereBeyond(steps: readonly Step[], cursor: Cursor): Nested {
  const either = steps.flatMap((step, i) => {
    const same = steps.slice(0, i).map((earlier, j) => nest(earlier.field, cursor[j] ?? null))
    const past = beyond(step, cursor[i] ?? null)
    return past ? [{ AND: [...same, past] }] : []
  })
  const [lead] = steps
  const start = cursor[0]
  if (!lead || lead.nullable || start === null || start === undefined) return { OR: either }
  // Implied by the rest, but it is what lets the database start reading its index at the cursor.
  return { AND: [nest(lead.field, { [lead.direction === 'asc' ? 'gte' : 'lte']: start }), { OR: either }] }
}

type Place = { cursor: Cursor | null; backward: boolean; descending: boolean; size: number }

export function keyset(fields: readonly SortField[], { cursor, backward, descending, size }: Place): Keyset {
  const direction = descending === backward ? 'asc' : 'desc'
  const nulls = backward ? 'first' : 'last'
  const steps: Step[] = [...fields, { field: 'id' }].map((sort) => ({ ...sort, direction, nulls }))
  return {
    where: cursor ? whereBeyond(steps, cursor) : {},
    orderBy: steps.map(({ field, nullable }) => nest(field, nullable ? { sort: direction, nulls } : direction)),
    take: size + 1,
    cursor,
    direction,
  }
}
