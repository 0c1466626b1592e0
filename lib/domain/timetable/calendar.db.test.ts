import ICAL from 'ical.js'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { endFeed, findFeed, makeFeed, openFeed } from '@/lib/domain/access/calendar-feed.server'
import { setClock } from '@/lib/platform/clock.server'
import { toDate, toTime } from '@/lib/platform/time'
import { aSchool } from '@/prisma/seed/a-school'
import { lessonCalendar } from './calendar.server'
import { readOwnWeek } from './week.server'

type School = Awaited<ReturnType<typeof aSchool>>

const dayAt = (date: string) => (['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const)[toDate(date).getUTCDay()]!

/** A lesson of the teacher's at a time of each week, in force between two days. */
async function lessonAt(school: School, { date, startsAt = '09:00', endsAt = '09:45', from = '2026-01-01', to = '2026-12-31' }: { date: string; startsAt?: string; endsAt?: string; from?: string; to?: string }) {
  const timetable = await school.db.timetable.create({ data: { name: 'A', campusId: school.north.id, academicYearId: school.yearId, status: 'published', effectiveFrom: toDate(from), effectiveTo: toDate(to) } })
  const lesson = await school.db.timetablePeriod.create({ data: { timetableId: timetable.id, classSubjectId: school.classSubjectId, classId: school.classId, campusId: school.north.id, dayOfWeek: dayAt(date), startsAt: toTime(startsAt), endsAt: toTime(endsAt), room: 'H 1' } })
  return { timetable, lesson }
}

/** The feed as a calendar understands it. */
async function parsed(school: School) {
  const ctx = await school.as('teacher')
  const root = new ICAL.Component(ICAL.parse(await lessonCalendar(ctx, ctx.user.staffId!)) as unknown[])
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  return root.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
}

function occurrences(event: ICAL.Event, most = 400): { wall: string; utc: string }[] {
  const found: { wall: string; utc: string }[] = []
  const iterator = event.iterator()
  for (let next = iterator.next(); next && found.length < most; next = iterator.next()) found.push({ wall: next.toString().slice(0, 16), utc: next.toJSDate().toISOString() })
  return found
}

let school: School
beforeAll(() => setClock('2026-03-02T08:00:00Z'))
beforeEach(() => ICAL.TimezoneService.reset())

test.each([
  // Both clock changes of each zone lie between the dates; the server stays in UTC.
  ['America/New_York', '2026-03-02', [['2026-03-02', 'T14:00'], ['2026-03-09', 'T13:00'], ['2026-10-26', 'T13:00'], ['2026-11-02', 'T14:00']]],
  ['Pacific/Auckland', '2026-03-30', [['2026-03-30', 'T20:00'], ['2026-04-06', 'T21:00'], ['2026-09-21', 'T21:00'], ['2026-09-28', 'T20:00']]],
  ['Asia/Karachi', '2026-03-02', [['2026-03-02', 'T04:00'], ['2026-11-02', 'T04:00']]],
  ['UTC', '2026-03-02', [['2026-03-02', 'T09:00'], ['2026-11-02', 'T09:00']]],
] as const)('a lesson at 09:00 in %s is at 09:00 in the feed and on the screen, whatever the clocks do', async (timeZone, monday, expected) => {
  school = await aSchool({ timeZone })
  await lessonAt(school, { date: monday })
  const [event] = await parsed(school)
  expect(event!.startDate.zone.tzid).toBe(timeZone)
  const found = occurrences(event!)
  expect(new Set(found.map(({ wall }) => wall.slice(10)))).toEqual(new Set(['T09:00']))
  for (const [date, utc] of expected) expect(found.find(({ wall }) => wall.startsWith(date))?.utc.slice(10, 16), date).toBe(utc)
  const teacher = await school.as('teacher')
  for (const [date] of expected) expect((await readOwnWeek(teacher, teacher.user.staffId!, date)).lessons.map(({ startsAt }) => startsAt)).toEqual(['09:00'])
})

test.each([['23:30', '23:55'], ['00:05', '00:30']])('a lesson at %s keeps its day', async (startsAt, endsAt) => {
  school = await aSchool({ timeZone: 'Pacific/Auckland' })
  await lessonAt(school, { date: '2026-03-04', startsAt, endsAt, from: '2026-03-04', to: '2026-03-25' })
  const [event] = await parsed(school)
  expect(occurrences(event!).map(({ wall }) => wall)).toEqual(['2026-03-04', '2026-03-11', '2026-03-18', '2026-03-25'].map((date) => `${date}T${startsAt}`))
})

test('days without school are left out, a changed lesson keeps its name and counts on, and one that is replaced ends the day before', async () => {
  school = await aSchool({ timeZone: 'Europe/Paris' })
  const { db } = school
  const { lesson, timetable } = await lessonAt(school, { date: '2026-03-02', to: '2026-03-30' })
  await db.specialDay.create({ data: { date: toDate('2026-03-16'), kind: 'holiday', title: 'Feast' } })
  const dates = async () => occurrences((await parsed(school))[0]!).map(({ wall }) => wall.slice(0, 10)).filter((date) => date >= '2026-03-01')
  expect(await dates()).toEqual(['2026-03-02', '2026-03-09', '2026-03-23', '2026-03-30'])
  const [before] = await parsed(school)
  await db.timetablePeriod.updateMany({ where: { id: lesson.id }, data: { room: 'H 2' } })
  await db.timetable.updateMany({ where: { id: timetable.id }, data: { effectiveTo: toDate('2026-03-20') } })
  const [after] = await parsed(school)
  expect([before!.uid, before!.sequence]).toEqual([`${lesson.id}@homeroom`, 0])
  expect([after!.uid, after!.sequence, after!.location.slice(0, 3)]).toEqual([before!.uid, 2, 'H 2'])
  expect(await dates()).toEqual(['2026-03-02', '2026-03-09'])
  expect((await readOwnWeek(await school.as('teacher'), school.people.teacher.staffId, '2026-03-18')).off).toEqual([{ date: '2026-03-16', title: 'Feast' }])
})

test('the key to a calendar opens its owner\'s alone, cannot be made up, and ends when they say so or are gone', async () => {
  school = await aSchool()
  const teacher = await school.as('teacher')
  const { token } = await makeFeed(teacher)
  expect((await findFeed(teacher))?.token).toBe(token)
  expect((await openFeed(token))?.user.id).toBe(teacher.user.id)
  expect(await findFeed(await school.as('assistant'))).toBeNull()
  const [id] = token.split('.')
  for (const wrong of ['', 'x', `${id}.${'a'.repeat(43)}`, `${crypto.randomUUID()}.${token.split('.')[1]}`]) expect(await openFeed(wrong)).toBeNull()
  const { token: second } = await makeFeed(teacher)
  expect([await openFeed(token), (await openFeed(second))?.user.id]).toEqual([null, teacher.user.id])
  await endFeed(teacher)
  expect(await openFeed(second)).toBeNull()
  const { token: third } = await makeFeed(teacher)
  await school.db.user.updateMany({ where: { id: teacher.user.id }, data: { disabled: true } })
  expect(await openFeed(third)).toBeNull()
})
