import 'server-only'

/** The organization, as no estimate knows it: called by itself, it has a plan made for the one that comes first, perhaps an empty one. */
export const organization = '(SELECT app_organization())'
/** A live row of a table of people, called `p` in every text about them. */
export const live = `p."organizationId" = ${organization} AND p."deletedAt" IS NULL`
/** The order of names. */
export const byName = 'p.last_name_key, p.first_name_key, p.id'
export const nameColumns = { last: 'p.last_name_key', first: 'p.first_name_key', number: 'p.student_number' } as const

/** "Begins with", as comparisons: unlike LIKE they may use an index behind row-level security. */
export const begins = (column: string, word: string) => `(${column} >= ${word} AND ${column} < ${word} || chr(1114111))`

/** With '' added a column has no index: what only filters never tempts the planner away from what leads. */
export const unindexed = (column: string) => `(${column} || '')`

/** The longest word finds the fewest: it leads, the others filter. */
export const longestFirst = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length)

/** The numbered parameters of a text while it is composed. */
export function parameters() {
  const values: unknown[] = []
  return { values, parameter: (value: unknown, type: string) => `$${values.push(value)}::${type}` }
}
