import { expect, test } from 'vitest'
import { contentShapes, contentTypes, type ContentType } from './content-type'
import { shipped } from './content.server'

test.each(contentTypes)('what the product ships of %s has the shape that it asks of others', (type: ContentType) => {
  expect(contentShapes[type].safeParse(shipped[type]).error?.issues ?? []).toEqual([])
})

test('there is as much as was promised', () => {
  expect(shipped.safety_quizzes.quizzes).toHaveLength(12)
  expect(shipped.personality_quiz.statements).toHaveLength(40)
  expect(shipped.sign_lessons.lessons.map(({ signs }) => signs.length)).toEqual(Array.from({ length: 10 }, () => 6))
})

/** Every text that stands in English and in Spanish. */
const pairs = (value: unknown): { en: string; es: string }[] => {
  if (Array.isArray(value)) return value.flatMap(pairs)
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value && 'es' in value) return [value as { en: string; es: string }]
  return Object.values(value).flatMap(pairs)
}

test('no text was left untranslated', () => {
  const same = pairs(shipped).filter(({ en, es }) => en === es).map(({ en }) => en)
  expect([...new Set(same)].sort()).toEqual(['Formal', 'No'])
})
