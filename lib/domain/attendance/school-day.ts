import { isoWeekdayOf, type PlainDate } from '@/lib/platform/time'

/** What makes a school day: the years, the days of the week that a campus keeps, and the days that are not as usual. */
export type SchoolCalendar = {
  years: readonly { id: string; start: PlainDate; end: PlainDate }[]
  /** By campus; whoever says nothing keeps Monday to Friday. */
  weekdays: ReadonlyMap<string, readonly number[]>
  /** Without a campus it is everybody's. */
  specials: readonly { campusId: string | null; date: PlainDate; kind: string; title: string }[]
}

/** Why a campus keeps no school on a date; a special day says its title. */
export type NoSchool = { because: 'year' | 'weekday' | 'special'; title: string | null }

/** A campus and what its clock says: a school day belongs to its campus's zone. */
export type CampusClock = { id: string; date: PlainDate; time: string }

const usualWeekdays = [1, 2, 3, 4, 5]
/** Days that are not as usual and still days of school. */
const stillSchool = ['make_up', 'late_arrival', 'early_dismissal']

export const yearsOn = ({ years }: SchoolCalendar, date: PlainDate) => years.filter(({ start, end }) => start <= date && date <= end)

/** Null on a school day: within a school year, on a day of the week that the campus keeps or one that is made up for, and not on a day off. */
export function noSchool(calendar: SchoolCalendar, campusId: string, date: PlainDate): NoSchool | null {
  const specials = calendar.specials.filter((special) => special.date === date && (special.campusId === null || special.campusId === campusId))
  const off = specials.find(({ kind }) => !stillSchool.includes(kind))
  if (off) return { because: 'special', title: off.title }
  if (yearsOn(calendar, date).length === 0) return { because: 'year', title: null }
  const isUsual = (calendar.weekdays.get(campusId) ?? usualWeekdays).includes(isoWeekdayOf(date))
  return isUsual || specials.some(({ kind }) => kind === 'make_up') ? null : { because: 'weekday', title: null }
}
