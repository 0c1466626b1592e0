/** How systems write that there is nothing, where they write something. */
const nothing = /^(?:null|\(null\)|<null>|#null!|n\/a|n\.a\.|#n\/a|#value!|#ref!|\\n|undefined|nan|[-–—_.?*]+)$/i
/** Words that are names as well, and titles: nothing only where nobody is called so. */
const nothingLoosely = /^(?:none|nil|na|unknown|tbd|tba|not available|not applicable)$/i
/** What no name is made of, against words somebody may be called. */
const noName = /^(?:\(null\)|<null>|#null!|n\/a|n\.a\.|#n\/a|#value!|#ref!|\\n|[-–—_.?*]+)$/i
const noDate = /^(?:0+|0{1,4}[-/.]0{1,2}[-/.]0{1,4}(?:[T ].*)?|1900-01-00.*|1\/0\/1900.*)$/i

export type BlankKind = 'name' | 'text' | 'id' | 'date' | 'other'

/** Whether a cell says nothing, by what its column holds. */
export const isBlank = (text: string, kind: BlankKind): boolean => {
  if (text === '') return true
  if (kind === 'name') return noName.test(text)
  if (kind === 'id') return nothing.test(text) && !/^[._?*]+$/.test(text)
  if (nothing.test(text)) return true
  if (kind === 'date') return noDate.test(text) || nothingLoosely.test(text)
  return kind === 'other' && nothingLoosely.test(text)
}

/** Whether a name is a word by which this very row writes nothing elsewhere: `NULL` beside `NULL`, not `Null`. */
export const isWordForNothing = (name: string, row: readonly string[]): boolean =>
  (nothing.test(name) || nothingLoosely.test(name)) && row.filter((cell) => cell.trim() === name).length > 1

const marks = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g
/** Joiners belong to the letters of some scripts, and to pictures; elsewhere nobody sees them. */
const strayJoiner = /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Extended_Pictographic}\ufe0f])[\u200c\u200d]/gu

/** Without marks that nobody sees: two names that look the same are the same. */
export const withoutInvisible = (text: string): string => text.replace(marks, '').replace(strayJoiner, '')
