import { expect, test } from 'vitest'
import { asOwner } from '@/prisma/seed/organization'
import { locales } from '@/lib/platform/i18n/locales'
import { messagesOf } from '@/lib/platform/i18n/messages.server'
import { rosterEntities } from './roster-entities.sql.server'
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

test('every table whose rows may hang on an imported one has its words, in every language', async () => {
  const { rows } = await asOwner((owner) => owner.query<{ child: string }>(`SELECT DISTINCT conrelid::regclass::text AS child FROM pg_constraint WHERE contype = 'f' AND confdeltype <> 'c' AND confrelid = ANY ($1::regclass[]) AND conrelid <> confrelid`, [rosterEntities.map(({ name }) => name)]))
  expect(rows.length).toBeGreaterThan(20)
  for (const locale of locales) {
    const messages = await messagesOf(locale)
    expect(rows.filter(({ child }) => typeof found(messages, `imports.undo.uses.${child}`) !== 'string'), locale).toEqual([])
  }
})
