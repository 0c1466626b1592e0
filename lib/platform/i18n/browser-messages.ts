import type { AbstractIntlMessages } from 'next-intl'

/** What the browser knows on every page: the words of the parts that all rooms are made of. */
export const everywhere = ['chart', 'common', 'errors', 'files', 'form', 'record', 'table']

type Words = AbstractIntlMessages

function put(into: Words, from: Words, [name = '', ...inside]: readonly string[]) {
  const found = from[name]
  if (found === undefined) throw new Error(`There are no words under ${name}`)
  if (inside.length === 0) into[name] = found
  else put((into[name] ??= {}) as Words, found as Words, inside)
}

/** The words under these names, each a namespace or a part of one: `zones` or `zones.talk`. */
export function pickWords(messages: Words, names: readonly string[]): Words {
  const picked: Words = {}
  for (const name of names) put(picked, messages, name.split('.'))
  return picked
}
