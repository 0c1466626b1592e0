import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { catalog, editOf, optionalText, wholeNumber } from './catalog'

const room = catalog({
  noun: 'GRADES',
  name: 'room',
  path: '/setup/rooms',
  input: z.object({ name: z.string().min(1), seats: wholeNumber, opened: z.string(), note: optionalText(10) }),
  fields: {
    name: { kind: 'text', label: 'rooms.name' },
    seats: { kind: 'number', label: 'rooms.seats' },
    opened: { kind: 'date', label: 'rooms.opened' },
    note: { kind: 'long', label: 'rooms.note', optional: true },
  },
  sort: ['-opened', 'seats', 'note'],
  search: ['name'],
})

describe('catalog', () => {
  it('asks for the permissions of its noun', () => {
    expect(room.needs).toEqual({ read: 'READ_GRADES', create: 'CREATE_GRADES', update: 'UPDATE_GRADES', remove: 'DELETE_GRADES' })
  })

  it('offers its orders, each as its field is stored', () => {
    expect(room.list.defaultSort).toBe('-opened')
    expect(room.list.sorts).toEqual({ opened: [{ field: 'opened', kind: 'date' }], seats: [{ field: 'seats', kind: 'number' }], note: [{ field: 'note', kind: 'text', nullable: true }] })
  })

  it('takes an edit only with the record and the state that was seen', () => {
    const values = { name: 'Lab', seats: '12', opened: '2025-01-01', note: ' ' }
    const seen = { id: '00000000-0000-7000-8000-000000000000', seen: '2025-01-01T00:00:00.000Z' }
    expect(editOf(room).parse({ ...values, ...seen, other: 1 })).toEqual({ ...values, seats: 12, note: null, ...seen })
    expect(editOf(room).safeParse(values).success).toBe(false)
    expect(editOf(room).safeParse({ ...values, ...seen, seen: 'yesterday' }).success).toBe(false)
  })

  it('reads whole numbers and nothing else', () => {
    for (const text of ['', '-1', '1.5', '12345', 'x', null, undefined, NaN, {}]) expect(wholeNumber.safeParse(text).success, String(text)).toBe(false)
    expect([' 7 ', 0, '0012'].map((text) => wholeNumber.parse(text))).toEqual([7, 0, 12])
  })

  it('does not compile with a field missing, misspelt or of another kind', () => {
    const facts = { noun: 'GRADES', name: 'x', path: '/x', input: z.object({ name: z.string(), open: z.boolean() }), sort: ['name'], search: ['name'] } as const
    const [name, open] = [{ kind: 'text', label: 'a.b' }, { kind: 'flag', label: 'a.c' }] as const
    expect(Object.keys(catalog({ ...facts, fields: { name, open } }).fields)).toEqual(['name', 'open'])
    // The compiler is what must object.
    const refused = () => {
      // @ts-expect-error A field is missing.
      catalog({ ...facts, fields: { name } })
      // @ts-expect-error A field is misspelt.
      catalog({ ...facts, fields: { name, open, nmae: name } })
      // @ts-expect-error A yes or no is no text.
      catalog({ ...facts, fields: { name, open: name } })
      // @ts-expect-error No such field to sort by.
      catalog({ ...facts, fields: { name, open }, sort: ['nmae'] })
      // @ts-expect-error No such noun.
      catalog({ ...facts, fields: { name, open }, noun: 'GRADE' })
    }
    expect(refused).toThrow()
  })
})
