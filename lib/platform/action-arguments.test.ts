import { describe, expect, test } from 'vitest'
import { areWhole } from './action-arguments'

const sent = (body: BodyInit | null, type?: string) => areWhole(new Request('http://school.example/', { method: 'POST', body, headers: type ? { 'content-type': type } : {} }))
const text = (body: string) => sent(body, 'text/plain;charset=UTF-8')
const form = (parts: Record<string, string>) => {
  const body = new FormData()
  for (const [name, part] of Object.entries(parts)) body.append(name, part)
  return sent(body)
}

describe('arguments of an action', () => {
  test.each(['[]', '["x"]', '["$undefined",{"a":"$D2026-01-02T03:04:05.000Z","b":"$NaN"}]', '["$$5 a month"]', '[{"a":{"b":1}},"$0:0:a"]', '["$T"]'])('that are whole: %s', async (body) => {
    expect(await text(body)).toBe(true)
  })
  test.each(['', '{', '[1', '"x"', 'null', '{"a":1}', '\0', '["$F1"]', '["$1"]', '["$h1"]', '["$K1"]', '["$Q1"]', '["$@1"]', '["$B1"]', '["$nx"]', '["$"]', '["$0:1:a"]', '[{"a":1},"$0:0:__proto__"]', '[{"a":["$5 a month"]}]', '['.repeat(50_000)])('that are not: %j', async (body) => {
    expect(await text(body)).toBe(false)
  })
  test('of a form, with each part that it speaks of', async () => {
    expect(await form({ '0': '["$K1",{"a":"$2"}]', '2': '{}', '1_name': 'Ana' })).toBe(true)
    for (const parts of [{ '1': 'x' }, { '0': '{' }, { '0': '["$2"]' }, { '0': '["$F1"]', '1': '{"id":"x"}' }] as Record<string, string>[]) expect(await form(parts)).toBe(false)
    expect(await sent('--x\r\nnot a form', 'multipart/form-data; boundary=y')).toBe(false)
    expect(await sent('[]', 'multipart/form-data')).toBe(false)
    expect(await sent('[]', 'application/json')).toBe(false)
    expect(await sent(null)).toBe(false)
  })
})
