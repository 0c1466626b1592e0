import 'server-only'
import ical from 'ical-generator'
import { tzlib_get_ical_block as zoneBlock } from 'timezones-ical-library'
import { noSchool, readCalendar, type SchoolCalendar } from '@/lib/domain/attendance/public.server'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { daysAfter, fromDate, fromTime, instantIn, isoWeekdayOf, weekdays, type PlainDate, type Weekday } from '@/lib/platform/time'
import { givenBetween } from './week.server'

/** How far back a calendar still shows what was. */
const daysBack = 60
const furthest = 500

/** The zone as iCalendar describes it, under the name by which the school knows it. */
const describedZone = (timeZone: string) => String([zoneBlock(timeZone)].flat()[0] ?? '').replace(/^TZID:.*$/m, `TZID:${timeZone}`)

/** A date and a time of a place, as iCalendar writes it beside a TZID. */
const wall = (date: PlainDate, time: string) => `${date.replaceAll('-', '')}T${time.replace(':', '')}00`
const utc = (instant: Date) => new Date(instant.getTime()).toISOString().replace(/[-:]|\.\d{3}/g, '')

/** The dates of a weekday between two days. */
function datesOf(day: Weekday, from: PlainDate, to: PlainDate): PlainDate[] {
  const dates: PlainDate[] = []
  const first = daysAfter(from, (weekdays.indexOf(day) + 8 - isoWeekdayOf(from)) % 7)
  for (let date = first; date <= to && dates.length < furthest; date = daysAfter(date, 7)) dates.push(date)
  return dates
}

const latest = (a: PlainDate, b: PlainDate) => (a > b ? a : b)

/** What somebody teaches as a calendar: a weekly event a lesson, without the days on which there is no school. */
export async function lessonCalendar(ctx: Ctx, staffId: string): Promise<string> {
  const today = todayIn(ctx.timeZone)
  const [from, to] = [daysAfter(today, -daysBack), daysAfter(today, furthest)]
  const rows = await ctx.db.timetablePeriod.findMany({
    where: { teacherId: staffId, ...givenBetween(from, to) }, orderBy: { id: 'asc' }, take: 500,
    select: { id: true, dayOfWeek: true, startsAt: true, endsAt: true, room: true, sequence: true, updatedAt: true, effectiveFrom: true, effectiveTo: true, campus: { select: { id: true, name: true, timeZone: true } }, class: { select: { name: true, room: true } }, classSubject: { select: { subject: { select: { name: true } } } } },
  })
  const calendar: SchoolCalendar = await readCalendar(ctx, [...new Set(rows.map(({ campus }) => campus.id))], { from: daysAfter(from, -furthest), to })
  const feed = ical({ name: ctx.user.name, prodId: { company: 'Homeroom', product: 'Timetable' }, ttl: 3600 })
  feed.timezone({ name: null, generator: describedZone })
  for (const { id, dayOfWeek, startsAt, endsAt, room, sequence, updatedAt, effectiveFrom, effectiveTo, campus, class: taught, classSubject } of rows) {
    const last = effectiveTo ? fromDate(effectiveTo) : to
    const dates = datesOf(dayOfWeek, effectiveFrom ? fromDate(effectiveFrom) : from, last < to ? last : to)
    const [first] = dates
    if (!first) continue
    const [begins, ends] = [fromTime(startsAt), fromTime(endsAt)]
    const off = dates.filter((date) => noSchool(calendar, campus.id, date) !== null)
    const rule = `RRULE:FREQ=WEEKLY;UNTIL=${utc(instantIn(campus.timeZone, latest(dates.at(-1)!, first), '23:59'))}`
    const event = feed.createEvent({
      id: `${id}@homeroom`, sequence, stamp: updatedAt, timezone: campus.timeZone, start: instantIn(campus.timeZone, first, begins), end: instantIn(campus.timeZone, first, ends),
      summary: `${classSubject.subject.name} · ${taught.name}`, location: [room ?? taught.room, campus.name].filter(Boolean).join(', '),
    })
    // In UTC there is no zone to name.
    const zone = event.timezone()
    const exceptions = off.map((date) => `${wall(date, begins)}${zone ? '' : 'Z'}`).join(',')
    event.repeating([rule, ...(exceptions ? [`EXDATE${zone ? `;TZID=${zone}` : ''}:${exceptions}`] : [])].join('\n'))
  }
  return feed.toString()
}
