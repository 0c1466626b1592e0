import { hasMinutes, standingOf, type AttendanceStatus } from './register'

export const dayRules = ['any_lesson', 'share'] as const
/** How lessons make a day: one lesson missed is a day missed, or the share of lessons missed makes half a day or a whole one. */
export type DayRule = { dayRule: (typeof dayRules)[number]; halfDayPercent: number | null; wholeDayPercent: number; missedAfterMinutes: number | null }
export const usualRule: DayRule = { dayRule: 'any_lesson', halfDayPercent: null, wholeDayPercent: 100, missedAfterMinutes: null }

/** What a day was, a letter each: present, late, excused, absent, half excused, half absent, and nothing that counts. */
export const dayLetters = ['p', 'l', 'e', 'a', 'g', 'h'] as const
export type DayLetter = (typeof dayLetters)[number]
export const isDayLetter = (text: string): text is DayLetter => dayLetters.some((one) => one === text)
/** From the gravest to the mildest. */
export const byGravity = ['a', 'e', 'h', 'g', 'l', 'p'] as const satisfies readonly DayLetter[]

/** How much of the day was missed. */
export const missedOf = (letter: DayLetter) => (letter === 'a' || letter === 'e' ? 1 : letter === 'g' || letter === 'h' ? 0.5 : 0)

type Said = { status: AttendanceStatus; minutesLate: number | null }
/** Why a day is what it is: of how many lessons how many were missed, with an excuse, by coming too late, or come late to. */
export type DayExplained = { letter: DayLetter | null; lessons: number; missed: number; excused: number; tooLate: number; late: number }

/** The same sum as the database makes of a day; a test compares the two. */
export function explainDay(rule: DayRule, marks: readonly Said[]): DayExplained {
  const counted = marks.filter(({ status }) => standingOf[status] !== null)
  const of = (test: (mark: Said) => boolean) => counted.filter(test).length
  const late = of(({ status }) => standingOf[status] === 'late')
  const tooLate = of(({ status, minutesLate }) => standingOf[status] === 'late' && hasMinutes(status) && rule.missedAfterMinutes !== null && (minutesLate ?? 0) > rule.missedAfterMinutes)
  const excused = of(({ status }) => standingOf[status] === 'excused')
  const absent = of(({ status }) => standingOf[status] === 'absent') + tooLate
  const missed = absent + excused
  const sums = { lessons: counted.length, missed, excused, tooLate, late }
  const reaches = (percent: number) => missed * 100 >= percent * counted.length
  if (counted.length === 0) return { ...sums, letter: null }
  if (missed > 0 && (rule.dayRule === 'any_lesson' || reaches(rule.wholeDayPercent))) return { ...sums, letter: absent > 0 ? 'a' : 'e' }
  if (missed > 0 && rule.halfDayPercent !== null && reaches(rule.halfDayPercent)) return { ...sums, letter: absent > 0 ? 'h' : 'g' }
  return { ...sums, letter: late > 0 ? 'l' : 'p' }
}

export const sameRule = (a: DayRule, b: DayRule) => a.dayRule === b.dayRule && a.halfDayPercent === b.halfDayPercent && a.wholeDayPercent === b.wholeDayPercent && a.missedAfterMinutes === b.missedAfterMinutes
export const ruleColumns = { dayRule: true, halfDayPercent: true, wholeDayPercent: true, missedAfterMinutes: true } as const

/** How many stand where, by the letters of their day; half days are among the present. */
export function tallyOfLetters(letters: readonly string[]) {
  const of = (...wanted: DayLetter[]) => letters.filter((letter) => wanted.some((one) => one === letter)).length
  return { present: of('p', 'g', 'h'), late: of('l'), excused: of('e'), absent: of('a'), half: of('g', 'h') }
}
