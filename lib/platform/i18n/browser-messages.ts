/** What only the server says: the remarks of an import, the sentences of the role editor, mails. */
const serverOnly = ['imports.diagnostics', 'permissions', 'mails']

type Words = Record<string, unknown>

function without(words: Words, [name = '', ...inside]: readonly string[]): Words {
  const { [name]: found, ...others } = words
  return inside.length > 0 && found ? { ...others, [name]: without(found as Words, inside) } : others
}

/** The words for the browser: all but those that only the server says. */
export const browserMessages = (messages: Words): Words => serverOnly.reduce((words, path) => without(words, path.split('.')), messages)
