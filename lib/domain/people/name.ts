/** Letters that do not come apart into a letter and an accent, as `unaccent` writes them. */
const plain: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', '’': "'" }

/** What `search_key` of the database makes of a name: no accents, lower case. A test compares the two. */
export const searchKey = (text: string) =>
  text.replaceAll('\0', '').normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase().replace(/[łøđðħıßæœþ’]/g, (letter) => plain[letter] ?? letter).trim()

/** What comes along when a name is pasted, and nobody sees. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g

/** Somebody as they stand in a list; whoever has one name only has it as family name. */
export const listedName = ({ firstName, lastName }: { firstName: string; lastName: string }) => [lastName, firstName].filter(Boolean).join(', ')

/** The words of a search, each to be found at the start of a name or number; six are plenty. */
export const searchWords = (text: string) => searchKey(text.replace(invisible, '')).split(/[\s,]+/).filter(Boolean).slice(0, 6)

/** "Begins with", as comparisons: unlike LIKE they may use an index behind row-level security. */
export const beginsWith = (word: string) => ({ gte: word, lt: `${word}\u{10ffff}` })

/** Of people with a number: whose family name, given name or number begins with each of the words. */
export const calledOrNumbered = (words: readonly string[]) => words.map((word) => ({ OR: [{ lastNameKey: beginsWith(word) }, { firstNameKey: beginsWith(word) }, { numberKey: beginsWith(word) }] }))
