import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { everywhere } from '@/lib/platform/i18n/browser-messages'

/**
 * A client component finds only the words that `<Words of={[…]}>` above it gives to the browser. So follow the imports
 * of every page: below a module with 'use client', each namespace that is named must have been given on the way.
 */
type Module = { isClient: boolean; isAction: boolean; imports: readonly string[]; given: readonly string[]; needed: readonly string[] }

const files = new Set(['app', 'components', 'lib'].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`)))
const messages = Object.fromEntries(readdirSync('messages/en').map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(`messages/en/${name}`, 'utf8'))]))
const saysText = (key: string) => typeof key.split('.').reduce((words, name) => words?.[name], messages) === 'string'

function resolve(from: string, path: string) {
  const whole = path.startsWith('@/') ? path.slice(2) : path.startsWith('.') ? join(dirname(from), path) : null
  return whole === null ? [] : [`${whole}.tsx`, `${whole}.ts`].filter((file) => files.has(file))
}

const parsed = new Map<string, Module>()
function parse(path: string): Module {
  const known = parsed.get(path)
  if (known) return known
  const text = readFileSync(path, 'utf8')
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found!)
  const found = {
    isClient: text.startsWith("'use client'"),
    isAction: text.startsWith("'use server'"),
    imports: [...all(/^(?:import|export) (?!type\b)(?:[^;'`]*? from )?'([^']+)'/gm), ...all(/\bimport\('([^']+)'\)/g)].flatMap((name) => resolve(path, name)),
    given: all(/<Words of=\{\[([^\]]*)\]\}/g).flatMap((names) => names.split(',').map((name) => name.trim().slice(1, -1))),
    // A word named in full is said by whoever has all words in hand: the problems of a form's schema.
    needed: [...all(/useTranslations\('([\w.]+)'\)/g), ...all(/'(\w+(?:\.\w+)*\.problems\.\w+)'/g).filter(saysText)],
  }
  parsed.set(path, found)
  return found
}

const top = (name: string) => name.split('.')[0]
/** What is given below replaces what was given above under the same name, as in `AddWords`. */
const add = (above: readonly string[], given: readonly string[]) => [...above.filter((name) => !given.some((other) => top(other) === top(name))), ...given]

function missing(entries: readonly string[]): Set<string> {
  const found = new Set<string>()
  const seen = new Set<string>()
  const follow = (path: string, above: readonly string[], isBelowClient: boolean) => {
    const { isClient, isAction, imports, given, needed } = parse(path)
    const words = add(above, given)
    const isInBrowser = isBelowClient || isClient
    const step = `${path} ${isInBrowser} ${words.join()}`
    if (isAction || seen.has(step)) return
    seen.add(step)
    if (isInBrowser) for (const name of needed) if (!words.some((other) => name === other || name.startsWith(`${other}.`))) found.add(`${entries.at(-1)} → ${path}: ${name}`)
    for (const next of imports) follow(next, words, isInBrowser)
  }
  entries.reduce((above: readonly string[], path) => (follow(path, above, false), add(above, parse(path).given)), everywhere)
  return found
}

const layouts = (path: string) => path.split('/').slice(0, -1).map((_, i, parts) => `${parts.slice(0, i + 1).join('/')}/layout.tsx`).filter((file) => existsSync(file))
const entries = [...files].filter((file) => /\/(page|layout|error|not-found|forbidden|unauthorized)\.tsx$/.test(file))

test('every page gives the browser the words that its client components say', () => {
  expect(entries.length).toBeGreaterThan(100)
  expect([...new Set(entries.flatMap((path) => [...missing([...layouts(path).filter((file) => file !== path), path])]))].sort()).toEqual([])
})
