/** What turns the reading direction or cannot be seen can only deceive in a name (`annual\u202Efdp.exe`); the joiners of Persian and Hindi are letters. */
const deceiving = /[\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu
/** What systems take for a path, a drive, a wildcard or a quote. */
const reserved = /[<>:"|?*\\/]/g
const longest = 255

/** A name comes from a stranger's disk: its last part, in letters that show what they are. Null when nothing is left. */
export function cleanName(name: string): string | null {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const clean = last.normalize('NFC').replace(deceiving, '').replace(reserved, '_').replace(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '')
  return clean || null
}

export const extensionOf = (name: string) => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** The name with the ending that is true of its content; `known` endings give way to it, others stay in front of it. */
export function namedAs(name: string, ending: string, known: readonly string[]): string {
  const own = extensionOf(name)
  const stem = own !== '' && known.includes(own) ? name.slice(0, -own.length - 1) : name
  const room = longest - ending.length - 1
  // Cut between letters: half of one is no text.
  let cut = ''
  for (const letter of stem) {
    if (cut.length + letter.length > room) break
    cut += letter
  }
  return `${cut.trimEnd()}.${ending}`
}
