import { z } from 'zod'
import { defineList, type List } from './list'
import type { Permission } from './permissions'
import type { SortField } from './keyset'

/** A noun whose records are created, read, edited and removed, each by a permission of its own. */
type Noun = { [P in Permission]: P extends `DELETE_${infer N}` ? (`READ_${N}` | `CREATE_${N}` | `UPDATE_${N}` extends Permission ? N : never) : never }[Permission]

/** `choice` is one of an enum's values, `link` the id of another record. */
type Kind = 'text' | 'long' | 'number' | 'date' | 'flag' | 'choice' | 'link'
export type Field<K extends Kind = Kind> = {
  kind: K
  /** A key of `messages/`. */
  label: string
  optional?: true
  /** Of a choice: the key under which its values have their words. */
  words?: string
  /** Of a link: the kind of record it leads to. */
  of?: string
}

type KindOf<Value> = Value extends boolean ? 'flag' : Value extends number ? 'number' : 'text' | 'long' | 'date' | 'choice' | 'link'
type FieldsOf<Output> = { [Name in keyof Output]-?: Field<KindOf<NonNullable<Output[Name]>>> & (null extends Output[Name] ? { optional: true } : { optional?: never }) }
type NameOf<Input extends z.ZodType> = keyof z.output<Input> & string

type Facts<Input extends z.ZodObject, N extends Noun> = {
  noun: N
  /** What one of them is called in the history and in `messages/<locale>/setup.json`. */
  name: string
  path: `/${string}`
  input: Input
  fields: FieldsOf<NoInfer<z.output<Input>>>
  /** Orders on offer, the usual one first; `-` for descending. */
  sort: readonly [Order<NameOf<NoInfer<Input>>>, ...Order<NameOf<NoInfer<Input>>>[]]
  search: readonly NameOf<NoInfer<Input>>[]
}
type Order<Name extends string> = Name | `-${Name}`

export type Catalog<Input extends z.ZodObject = z.ZodObject, N extends string = string> = {
  noun: N
  name: string
  path: string
  input: Input
  fields: Readonly<Record<string, Field>>
  search: readonly string[]
  list: List
  needs: { read: `READ_${N}`; create: `CREATE_${N}`; update: `UPDATE_${N}`; remove: `DELETE_${N}` }
}
/** Any entry, for the pages that serve them all. */
export type AnyCatalog = Catalog<z.ZodObject, Noun>

const sortField = (field: string, { kind, optional }: Field): SortField => ({
  field,
  kind: kind === 'number' || kind === 'date' ? kind : 'text',
  ...(optional ? { nullable: true } : {}),
})

/**
 * Furniture: records that are only created, edited and removed. Facts alone, never a callback or a
 * condition: an entry that wants one leaves for a folder of its own beside `setup/[catalog]`.
 */
export function catalog<Input extends z.ZodObject, N extends Noun>({ fields, sort, ...facts }: Facts<Input, N>): Catalog<Input, N> {
  const kinds: Record<string, Field> = fields
  const sorts = Object.fromEntries(sort.map((order) => order.replace(/^-/, '')).map((name) => [name, [sortField(name, kinds[name]!)]]))
  const { noun } = facts
  return {
    ...facts,
    fields: kinds,
    list: defineList({ filters: {}, sorts, defaultSort: sort[0] }),
    needs: { read: `READ_${noun}`, create: `CREATE_${noun}`, update: `UPDATE_${noun}`, remove: `DELETE_${noun}` },
  }
}

/** Which record, and the state of it that the person saw. */
export const seenInput = z.object({ id: z.uuid(), seen: z.iso.datetime() })
export type Seen = z.output<typeof seenInput>

/** What an edit sends: the record's fields, and which state of it was edited. */
export const editOf = <Input extends z.ZodObject>({ input }: { input: Input }) => z.intersection(input, seenInput)

/** A whole number as a form sends it. */
export const wholeNumber = z.coerce.string<string | number>().trim().regex(/^\d{1,4}$/, 'form.problems.wholeNumber').transform(Number)
/** A whole number, or nothing. */
export const optionalNumber = (minimum: number, maximum: number) => z.union([z.literal('').transform(() => null), z.null(), z.coerce.number<string | number>().int().min(minimum).max(maximum)])
/** What a field of a form holds when nothing was chosen counts as nothing. */
export const orNothing = <Value extends z.ZodType>(value: Value) => z.union([z.literal('').transform(() => null), z.null(), value])
/** Text that may stay empty. */
export const optionalText = (maximum: number) => z.string().trim().max(maximum).nullable().transform((text) => text || null)
