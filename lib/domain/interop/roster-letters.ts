import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import { eightBit, type EightBit } from './import-batch'

/** chardet's names for what `eightBit` names; the Windows pages hold all that their ISO cousins do, and what people really send. */
const known: Readonly<Record<string, EightBit>> = {
  'iso-8859-1': 'windows-1252', 'iso-8859-7': 'windows-1253', 'iso-8859-9': 'windows-1254', 'iso-8859-8': 'windows-1255', 'iso-8859-6': 'windows-1256', 'koi8-r': 'koi8-r', 'iso-8859-5': 'iso-8859-5',
  'shift_jis': 'shift_jis', 'euc-jp': 'euc-jp', 'gb18030': 'gb18030', 'big5': 'big5', 'euc-kr': 'euc-kr',
}
const named = (name: string): EightBit | null => eightBit.find((one) => one === name.toLowerCase()) ?? known[name.toLowerCase()] ?? null

const script = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u, /\p{Script=Hebrew}/u, /\p{Script=Arabic}/u, /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u]

/** How much a text looks like names: words of one script, capitals in front, letters and no signs. Between 0 and 1. */
const plausible = (text: string): number => {
  const words = text.split(/[\s,;"|.@\t-]+/).filter((word) => /[^ -~]/.test(word))
  if (words.length === 0) return 0
  // A long word of a Latin language has plain letters, too.
  const strange = (word: string) => word.length > 4 && /\p{Script=Latin}/u.test(word) && word.replace(/[ -~]/g, '').length > word.length * 0.6
  const good = words.filter((word) => !strange(word) && /^[\p{L}\p{M}'’]+$/u.test(word) && script.filter((one) => one.test(word)).length === 1 && (!/\p{Ll}\p{Lu}/u.test(word) || /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u.test(word)))
  return good.length / words.length
}

const latin = /^windows-125[0247]$|^iso-8859-2$|^macintosh$|^cp850$/
const shownLines = 5

/**
 * How lines of eight-bit letters read in each encoding that is likely, the likeliest first. Names are short and few, so that no
 * library can be sure: the sample is there for a person to choose by.
 */
export const readings = (lines: readonly Buffer[]): { encoding: EightBit; lines: string[] }[] => {
  const whole = Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')]))
  const words = whole.toString('latin1').split(/[\s,;"|\t]+/).filter((word) => /[^ -~]/.test(word)).join(' ')
  const letters = Buffer.from(words, 'latin1')
  const confidence = new Map<EightBit, number>()
  for (const { name, confidence: sure } of [...analyse(whole), ...analyse(letters)]) {
    const encoding = named(name)
    if (encoding) confidence.set(encoding, Math.max(sure, confidence.get(encoding) ?? 0))
  }
  const scored = eightBit.flatMap((encoding) => {
    const text = iconv.decode(whole, encoding)
    if (/[\ufffd\u0080-\u009f]/.test(text) && !latin.test(encoding)) return []
    const score = plausible(text) * 100 + (confidence.get(encoding) ?? 0) - (text.includes('\ufffd') ? 80 : 0)
    return confidence.has(encoding) || latin.test(encoding) || score > 60 ? [{ encoding, score, lines: lines.slice(0, shownLines).map((line) => iconv.decode(line, encoding).trim().slice(0, 160)) }] : []
  })
  const best = scored.sort((a, b) => b.score - a.score)
  // What reads the same to the last letter is one choice.
  return best.filter((one, i) => best.findIndex((other) => other.lines.join() === one.lines.join()) === i).slice(0, 6).map(({ encoding, lines: shown }) => ({ encoding, lines: shown }))
}

const twice = /[\u00c2-\u00ef][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]/
const strict = new TextDecoder('utf-8', { fatal: true })

/** What `GarcÃ­a` was before somebody encoded it a second time; any other text as it is. */
export const mended = (text: string): string => {
  if (!twice.test(text)) return text
  const bytes = Buffer.from([...text].map((letter) => (letter.codePointAt(0)! < 0x100 ? letter.codePointAt(0)! : (iconv.encode(letter, 'windows-1252')[0] ?? 0x3f))))
  try {
    const before = strict.decode(bytes)
    return before.includes('?') && !text.includes('?') ? text : before
  } catch {
    return text
  }
}
