import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { getTimetableOverview } from '@/lib/domain/timetable/overview.server'
import { listLessonsNow } from '@/lib/domain/timetable/now.server'
import { readOwnWeek } from '@/lib/domain/timetable/week.server'
import { setClock } from '@/lib/platform/clock.server'
import { daysAfter, fromDate, toDate, toTime, weekdays } from '@/lib/platform/time'
import { aSchool } from '@/prisma/seed/a-school'
import { asOwner } from '@/prisma/seed/organization'
import { campusRules, submissionTo } from './a-submission'
import { getDay, getTeacherDay } from './day.server'
import { submitRegister } from './register.server'
import { checkIn, getOwnDay } from './staff-day.server'
import { getStaffSheet } from './staff-sheet.server'
import { totalsInput } from './summary'
import { enterTotals } from './summary.server'

// Neither the clock of the server nor that of its database says what day it is at a campus.
beforeAll(() => asOwner(async (owner) => {
  const { rows: [database] } = await owner.query<{ name: string }>('SELECT quote_ident(current_database()) AS name')
  await owner.query(`ALTER DATABASE ${database!.name} SET timezone TO 'Asia/Karachi'`)
}))
afterEach(() => vi.unstubAllEnvs())
afterAll(() => setClock(new Date(performance.timeOrigin + performance.now()).toISOString()))

/** A school that teaches around midnight on every day of the week. */
async function aLateSchool(timeZone: string) {
  const school = await aSchool({ timeZone })
  const { db, north, south, yearId, classId, classSubjectId } = school
  await campusRules(school)
  await campusRules(school, { campus: south })
  await db.campusAttendanceConfig.updateMany({ where: { campusId: north.id }, data: { staffCheckIn: true, staffDueAt: toTime('23:00') } })
  const { id: timetableId } = await db.timetable.create({ data: { name: 'Nights', campusId: north.id, academicYearId: yearId, effectiveFrom: toDate('2020-01-01'), status: 'published' } })
  const at = [['00:05', '00:55'], ['23:05', '23:55']] as const
  await db.timetablePeriod.createMany({ data: weekdays.flatMap((dayOfWeek) => at.map(([startsAt, endsAt]) => ({ timetableId, classSubjectId, classId, campusId: north.id, dayOfWeek, startsAt: toTime(startsAt), endsAt: toTime(endsAt), name: startsAt }))) })
  return school
}

test.each([
  // A night before the clocks change and one after, forward and back; then the last of a year, and the one before a leap day.
  { timeZone: 'America/New_York', servers: ['UTC', 'Asia/Karachi', 'Pacific/Auckland'], nights: [['2026-03-07', '-05:00', '-05:00'], ['2026-11-01', '-05:00', '-05:00']] },
  { timeZone: 'Pacific/Auckland', servers: ['America/New_York', 'UTC', 'Asia/Karachi'], nights: [['2026-04-05', '+12:00', '+12:00'], ['2026-09-26', '+12:00', '+12:00']] },
  { timeZone: 'Asia/Karachi', servers: ['Pacific/Auckland', 'America/New_York'], nights: [['2026-12-31', '+05:00', '+05:00']] },
  { timeZone: 'UTC', servers: ['Pacific/Auckland', 'America/New_York'], nights: [['2028-02-28', '+00:00', '+00:00']] },
] as const)('at 23:30 and at 00:30 in $timeZone everything that asks for the day says that of the campus, wherever the server stands', async ({ timeZone, servers, nights }) => {
  const school = await aLateSchool(timeZone)
  const { db, north, south, people } = school
  const moments = nights.flatMap(([date, before, after]) => [{ date, time: '23:30', offset: before, lesson: '23:05', status: 'late' }, { date: daysAfter(date, 1), time: '00:30', offset: after, lesson: '00:05', status: 'present' }])
  const seen = new Set<string>()
  for (const [n, { date, time, offset, lesson, status }] of moments.entries()) {
    const server = servers[n % servers.length]!
    const where = `${date} ${time} in ${timeZone}, server in ${server}`
    vi.stubEnv('TZ', server)
    setClock(`${date}T${time}:00${offset}`)
    const [teacher, director, admin] = [await school.as('teacher'), await school.as('director'), await school.as('admin')]

    expect(await getStaffSheet(director), where).toMatchObject({ date, today: date, now: time, isSchoolDay: true })
    expect(await getOwnDay(teacher), where).toMatchObject({ today: date, now: time, mark: seen.has(date) ? { status: 'present' } : null })
    if (!seen.has(date)) {
      expect(await checkIn(teacher), where).toEqual({ status, arrivedAt: time })
      expect((await db.staffAttendanceRecord.findMany({ where: { staffId: people.teacher.staffId }, orderBy: { createdAt: 'desc' }, take: 1 })).map(({ attendanceDate }) => fromDate(attendanceDate)), where).toEqual([date])
    }

    expect(await getTeacherDay(teacher), where).toMatchObject({ here: { date, time }, now: { startsAt: lesson } })
    const { rooms } = await getTimetableOverview(director, { id: north.id, timeZone })
    expect(rooms.map(({ now }) => now?.startsAt), where).toEqual([lesson])
    expect(await listLessonsNow(director), where).toMatchObject([{ campusId: north.id, on: 1, until: `${lesson.slice(0, 2)}:55` }])
    expect((await readOwnWeek(teacher, people.teacher.staffId, null)).today, where).toBe(date)

    if (!seen.has(date)) await submitRegister(teacher, submissionTo(school)({ 0: 'absent_unexcused' }, { date }))
    await expect(submitRegister(teacher, submissionTo(school)({}, { date: daysAfter(date, 1) })), where).rejects.toMatchObject({ message: 'attendance.refusals.future' })
    expect(await getDay(director), where).toMatchObject({ date, today: date, campuses: [{ registersDue: 1, registersTaken: 1, absent: 1 }] })
    expect(await db.campusAttendanceSummary.findFirst({ where: { campusId: north.id, attendanceDate: toDate(date) } }), where).toMatchObject({ totalEnrolled: 5, totalAbsent: 1 })

    const totals = (of: string) => totalsInput.parse({ campusId: south.id, date: of, totalEnrolled: 10, totalPresent: 9, totalTardy: 0, totalExcused: 0, recordedByLabel: '', notes: '', seen: null })
    if (!seen.has(date)) expect(await enterTotals(admin, totals(date)), where).toHaveProperty('id')
    await expect(enterTotals(admin, totals(daysAfter(date, 1))), where).rejects.toMatchObject({ message: 'attendance.summaries.refusals.future' })
    seen.add(date)
  }
})
