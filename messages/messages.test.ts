import { readdirSync, readFileSync } from 'node:fs'
import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import { locales } from '@/lib/platform/i18n/locales'
import { permissions } from '@/lib/platform/permissions'

type Tree = { [key: string]: string | Tree }

const files = (locale: string) => readdirSync(`messages/${locale}`).sort()
const read = (locale: string, file: string) => JSON.parse(readFileSync(`messages/${locale}/${file}`, 'utf8')) as Tree
const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`)))
/** The names between braces, without the words of plurals and choices. */
const params = (text: string) => [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name!))].sort()

const [first, ...others] = locales

test.each(others)('%s says everything that the first language says, and nothing else', (locale) => {
  expect(files(locale)).toEqual(files(first))
  for (const file of files(first)) {
    const [ours, theirs] = [flat(read(first, file)), new Map(flat(read(locale, file)))]
    expect([...theirs.keys()].sort(), file).toEqual(ours.map(([key]) => key).sort())
    for (const [key, text] of ours) expect(params(theirs.get(key)!), `${file} ${key}`).toEqual(expect.arrayContaining(params(text)))
  }
})

describe.each(locales)('%s', (locale) => {
  test.each(files(locale))('every sentence of %s can be formatted', (file) => {
    const messages = read(locale, file)
    for (const [key, text] of flat(messages)) {
      const problems: string[] = []
      const t = createTranslator({ locale, messages, onError: (error) => problems.push(error.message) }) as unknown as (key: string, values: object) => string
      t(key, Object.fromEntries(params(text).map((name) => [name, 2])))
      expect(problems, key).toEqual([])
      expect(text.trim(), key).not.toBe('')
    }
  })

  test('every permission has its sentence for the role editor', () => {
    expect(Object.keys(read(locale, 'permissions.json')).sort()).toEqual([...permissions].sort())
  })
})

/** Every key that the code names in full or under its namespace must be there: a missing word is an error. */
test('every key that a screen or a refusal names is there', () => {
  const known = new Set(files(first).flatMap((file) => flat(read(first, file), `${file.replace('.json', '')}.`).map(([key]) => key)))
  const sources = ['app', 'components', 'lib'].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !/\.test\.|generated/.test(name)).map((name) => `${folder}/${name}`))
  const missing: string[] = []
  for (const path of sources) {
    const text = readFileSync(path, 'utf8')
    for (const [, key] of text.matchAll(/new Refusal\('[\w-]+', '([\w.]+)'/g)) if (!known.has(key!)) missing.push(`${path}: ${key}`)
    const spaces = [...text.matchAll(/(?:useTranslations|getTranslations)\('([\w.]+)'\)/g)].map(([, space]) => space!)
    if (new Set(spaces).size !== 1) continue
    for (const [, key] of text.matchAll(/\bt\('([\w.]+)'/g)) if (!known.has(`${spaces[0]}.${key}`)) missing.push(`${path}: ${spaces[0]}.${key}`)
  }
  expect(missing).toEqual([])
})
