import { expect, test } from 'vitest'
import { z } from 'zod'
import { isWritable, parseInput, writable, searchText } from './input'

const schema = z.object({ name: z.string(), tags: z.array(z.string()) })

test.each(['a\0b', '\u0001', '\u001b[31m', '\u007f', '\ud800', 'x\udc00'])('%j is refused where it stands', (text) => {
  for (const raw of [{ name: text, tags: [] }, { name: 'a', tags: ['b', text] }]) {
    expect(() => parseInput(schema, raw)).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ message: 'form.problems.unwritable', path: raw.tags.length ? ['tags', '1'] : ['name'] })] }))
  }
  const form = new FormData()
  form.set('name', text)
  if (text.isWellFormed()) expect(() => parseInput(z.instanceof(FormData), form)).toThrow('unwritable')
  expect(isWritable(writable(text))).toBe(true)
})

test('text of any language, with lines and tabs, passes as it is', () => {
  const name = 'Zoë 你好 👩‍👩‍👧 \t one\r\ntwo \u200f'
  expect(parseInput(schema, { name, tags: [] })).toEqual({ name, tags: [] })
  expect(writable(name)).toBe(name)
})

test.each(['\u200b', ' \u200d\ufeff', '\u202e\u2066', '\u3164', '\u2800\u00ad'])('%j is no name: nobody sees it', (text) => {
  expect(parseInput(schema, { name: text, tags: ['a', text] })).toEqual({ name: '', tags: ['a', ''] })
})

test('nothing that nests or loops breaks it', () => {
  const loop: Record<string, unknown> = { name: 'a', tags: [] }
  loop.self = loop
  expect(parseInput(schema, loop)).toEqual({ name: 'a', tags: [] })
})

test('a search of any length is cut, between characters, and not refused', () => {
  expect(searchText.parse('x'.repeat(99) + '🦊🦊')).toBe('x'.repeat(99))
  expect(searchText.parse(undefined)).toBe('')
})
