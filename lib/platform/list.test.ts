import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Keyset } from './keyset'
import { defineList, paged, parseList, type ListQuery } from './list'
import { clearHref, isNarrowed, listHref } from './list-view'

const people = defineList({
  filters: { status: z.enum(['active', 'left']), year: z.coerce.number().int() },
  sorts: {
    name: ['family', 'given'],
    score: [{ field: 'score', kind: 'number', nullable: true }],
    born: [{ field: 'home.born', kind: 'date' }],
  },
  defaultSort: 'name',
  pageSizes: [3, 10],
})

const href = (query: string) => parseList(people, Object.fromEntries(new URLSearchParams(query)))

describe('parseList', () => {
  it('reads what the list offers', () => {
    const query = href('q= ana &status=active&year=7&sort=-score&size=10&cols=name,score&dense=1')
    expect(query).toMatchObject({ search: 'ana', filters: { status: 'active', year: 7 }, size: 10, dense: true })
    expect(query.sort).toEqual({ by: 'score', descending: true })
    expect(query.columns).toEqual(['name', 'score'])
  })

  it('leaves out whatever it does not understand', () => {
    const query = parseList(people, { status: 'gone', year: 'x', sort: 'toString', size: '9999', q: ['a', 'b'], other: '1' })
    expect(query).toMatchObject({ search: 'a', filters: {}, raw: {}, size: 3, after: null, before: null })
    expect(query.sort).toEqual({ by: 'name', descending: false })
  })

  it('never throws', () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined))
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('q', 'sort', 'size', 'after', 'before', 'cols', 'status', 'year'), value), (params) => {
      const query = parseList(people, params)
      expect(parseList(people, Object.fromEntries(new URLSearchParams(listHref(query))))).toMatchObject({ size: query.size, sort: query.sort })
    }))
  })
})

describe('listHref', () => {
  it('keeps the rest and goes back to the first page', () => {
    const query = href('q=ana&status=active&after=abc')
    expect(listHref(query, { sort: '-score' })).toBe('?q=ana&status=active&sort=-score')
    expect(listHref(query, { filters: { status: null } })).toBe('?q=ana')
  })

  it('keeps the place when only the view changes', () => {
    expect(listHref(href('after=abc'), { dense: true })).toBe('?dense=1&after=abc')
  })

  it('leaves out what is usual anyway', () => {
    expect(listHref(href('sort=name&size=3'))).toBe('?')
    expect(isNarrowed(href('sort=-name'))).toBe(false)
    expect(isNarrowed(href('year=2026'))).toBe(true)
    expect(isNarrowed({ ...href('year=2026'), of: ['year'] })).toBe(false)
    expect(clearHref({ ...href('year=2026&status=left'), of: ['year'] })).toBe('?year=2026')
  })
})

type Person = { id: string; family: string; given: string; score: number | null; home: { born: Date } }
type Clause = { [key: string]: unknown }

const at = (row: unknown, path: Clause): [unknown, unknown] => {
  const [key = '', inner] = Object.entries(path)[0] ?? []
  const value = (row as Clause)[key]
  const isLeaf = inner === null || typeof inner !== 'object' || inner instanceof Date || ['gt', 'lt', 'gte', 'lte', 'sort'].some((op) => op in inner)
  return isLeaf ? [value, inner] : at(value, inner as Clause)
}
const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value) as string | number | null

/** What Prisma does with the few operators of a keyset: enough to walk real pages without a database. */
function matches(row: unknown, where: Clause): boolean {
  return Object.entries(where).every(([key, clause]) => {
    if (key === 'AND') return (clause as Clause[]).every((part) => matches(row, part))
    if (key === 'OR') return (clause as Clause[]).some((part) => matches(row, part))
    if (key === 'NOT') return !matches(row, clause as Clause)
    const [found, wanted] = at(row, { [key]: clause })
    const value = plain(found)
    if (wanted === null || typeof wanted !== 'object' || wanted instanceof Date) return value === plain(wanted)
    const [op, limit] = Object.entries(wanted).map(([name, bound]) => [name, plain(bound)] as const)[0] ?? ['', null]
    if (value === null || limit === null) return false
    return { gt: value > limit, lt: value < limit, gte: value >= limit, lte: value <= limit }[op] ?? false
  })
}

function compare(a: Person, b: Person, orderBy: Keyset['orderBy']): number {
  for (const clause of orderBy) {
    const [left, order] = at(a, clause)
    const [right] = at(b, clause)
    const [x, y] = [plain(left), plain(right)]
    if (x === y) continue
    const { sort, nulls } = typeof order === 'string' ? { sort: order, nulls: 'last' } : (order as { sort: string; nulls: string })
    if (x === null) return nulls === 'last' ? 1 : -1
    if (y === null) return nulls === 'last' ? -1 : 1
    return (x < y ? -1 : 1) * (sort === 'asc' ? 1 : -1)
  }
  return 0
}

const from = (rows: Person[]) => ({
  rows: async ({ where, orderBy, take }: Keyset) =>
    rows.filter((row) => matches(row, where)).sort((a, b) => compare(a, b, orderBy)).slice(0, take),
  count: async () => rows.length,
})

const person = fc.record({
  id: fc.uuid(),
  family: fc.constantFrom('Ali', 'Bond', 'Çelik'),
  given: fc.constantFrom('Ana', 'Bo'),
  score: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
  home: fc.record({ born: fc.constantFrom(new Date('2012-01-01'), new Date('2013-05-05')) }),
})
const crowd = fc.uniqueArray(person, { selector: ({ id }) => id, maxLength: 25 })
const order = fc.constantFrom('name', '-name', 'score', '-score', 'born', '-born')

async function walk(query: ListQuery, rows: Person[], way: 'next' | 'previous', cursor: string | null = null) {
  const seen: string[] = []
  let last = cursor
  for (;;) {
    const page = await paged({ ...query, after: way === 'next' ? cursor : null, before: way === 'previous' ? cursor : null }, from(rows))
    if (way === 'next') seen.push(...page.rows.map(({ id }) => id))
    else seen.unshift(...page.rows.map(({ id }) => id))
    if (page.previous && way === 'next') last = page.previous
    if (!page[way]) return { seen, last }
    cursor = page[way]
  }
}

describe('paged', () => {
  it('shows every row exactly once, forward and back, in every order', async () => {
    await fc.assert(fc.asyncProperty(crowd, order, async (rows, sort) => {
      const query = href(`sort=${sort}`)
      const everything = await from(rows).rows({ ...(await firstKeyset(query)), take: 100 })
      const forward = await walk(query, rows, 'next')
      expect(forward.seen).toEqual(everything.map(({ id }) => id))
      if (forward.last === null) return
      const back = await walk(query, rows, 'previous', forward.last)
      expect(forward.seen.slice(0, back.seen.length)).toEqual(back.seen)
      expect(forward.seen.length - back.seen.length).toBeLessThanOrEqual(query.size)
    }))
  })

  it('starts again at the first page when the cursor is nonsense or its rows are gone', async () => {
    const rows = fc.sample(person, { numRuns: 5, seed: 1 })
    for (const after of ['nonsense', 'W10', Buffer.from('["a","b","not an id"]').toString('base64url')]) {
      expect((await paged({ ...href(''), after }, from(rows))).previous).toBeNull()
    }
    const beyond = Buffer.from(JSON.stringify(['Zz', 'Zz', rows[0]?.id])).toString('base64url')
    expect((await paged({ ...href(''), after: beyond }, from(rows))).rows).toHaveLength(3)
  })

  it('says when the count stopped early', async () => {
    const page = await paged(href(''), { ...from(fc.sample(person, { numRuns: 4, seed: 1 })), count: async () => 1001, countCap: 1001 })
    expect(page).toMatchObject({ total: 1001, capped: true })
  })

  it('counts by another statement only what a first page does not hold', async () => {
    const count = async () => {
      throw new Error('counted')
    }
    const rows = fc.sample(person, { numRuns: 4, seed: 1 })
    expect(await paged(href(''), { ...from(rows.slice(0, 3)), count })).toMatchObject({ total: 3, capped: false, next: null })
    await expect(paged(href(''), { ...from(rows), count })).rejects.toThrow('counted')
  })
})

async function firstKeyset(query: ListQuery): Promise<Keyset> {
  let asked: Keyset | undefined
  await paged(query, { rows: async (page) => ((asked = page), []), count: async () => 0 })
  if (!asked) throw new Error('paged did not ask for rows')
  return asked
}
