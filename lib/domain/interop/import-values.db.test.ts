import { expect, test } from 'vitest'
import { asOwner } from '@/prisma/seed/organization'
import { rosterEntities } from '@/lib/platform/db/statements/roster-entities.server'
import { locales } from '@/lib/platform/i18n/locales'
import { messagesOf } from '@/lib/platform/i18n/messages.server'
import { valueWords } from './import-values'

const found = (messages: unknown, key: string) => key.split('.').reduce<unknown>((tree, part) => (tree as Record<string, unknown> | undefined)?.[part], messages)

test('every value that an import can write into a field of choices has its words, in every language', async () => {
  const fields = rosterEntities.flatMap(({ name, fields }) => fields.filter(({ type }) => type.startsWith('enum_')).map(({ column, type }) => ({ name, column, type })))
  expect(fields.length).toBeGreaterThan(8)
  const silent = await asOwner(async (owner) => {
    const missing: string[] = []
    for (const { name, column, type } of fields) {
      const { rows } = await owner.query<{ value: string }>('SELECT enumlabel AS value FROM pg_enum WHERE enumtypid = $1::regtype', [type])
      for (const locale of locales) {
        const messages = await messagesOf(locale)
        for (const { value } of rows) if (typeof found(messages, `${valueWords(name, column)}.${value}`) !== 'string') missing.push(`${locale}: ${name}.${column} = ${value}`)
      }
    }
    return missing
  })
  expect(silent).toEqual([])
  expect(valueWords('students', 'first_name')).toBeNull()
})
