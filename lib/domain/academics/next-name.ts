type GradeName = { name: string; code: string }

/** The number by which a grade goes, if it goes by one: `Grade 5` or `05`. */
const numberOf = ({ name, code }: GradeName): string | null => (/\d+/.exec(name) ?? /\d+/.exec(code))?.[0].replace(/^0+(?=\d)/, '') ?? null

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** A word of a name, not a part of another word. */
const word = (text: string) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(text)}(?![\\p{L}\\p{N}])`, 'iu')
const ordinal = (n: number) => (n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'))

/** The number itself or an English ordinal (`5`, `05`, `5th`), with letters after it (`5A`) but no figure or decimal beside it. */
const figures = (number: string) => new RegExp(`(?<![\\d.,])(0*)${number}(?:(st|nd|rd|th)(?!\\p{L}))?(?![\\d]|[.,]\\d)`, 'iu')

/** A grade without a number in the name of a class: its code, or the letter it begins with, before the section: `KG A`, `KA`. */
const short = ({ name, code }: GradeName) => new RegExp(`^(${escaped(code)}|${escaped(name.slice(0, 1))})(?=[\\s-]*\\p{L}?$)`, 'iu')

/** What a class is called a grade higher: `5 A` becomes `6 A`, `Grade 5 Blue` becomes `Grade 6 Blue`; a name that says no grade stays. */
export function nextName(className: string, from: GradeName, to: GradeName): string {
  const whole = word(from.name)
  if (whole.test(className)) return className.replace(whole, () => to.name)
  const [number, next] = [numberOf(from), numberOf(to) ?? to.code]
  if (number === null) return className.replace(short(from), () => next)
  return className.replace(figures(number), (_, zeros: string, suffix: string | undefined) => {
    const wide = /^\d+$/.test(next) ? next.padStart(zeros ? zeros.length + number.length : 0, '0') : next
    return suffix && /^\d+$/.test(next) ? `${wide}${ordinal(Number(next))}` : wide
  })
}
