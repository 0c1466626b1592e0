import { afterEach, describe, expect, test, vi } from 'vitest'
import { nowIn, setClock, todayIn } from './clock.server'
import { daysAfter, fromDate, isoWeekdayOf, momentIn, toDate } from './time'

const zones = ['Pacific/Auckland', 'America/New_York', 'Asia/Karachi', 'Pacific/Kiritimati', 'UTC']
/** A leap day, both sides of New Year, and the days on which New York and Auckland change their clocks. */
const moments = ['2028-02-29T09:35', '2026-12-31T23:50', '2027-01-01T00:10', '2026-03-08T09:35', '2026-11-01T09:35', '2026-04-05T09:35', '2026-09-27T09:35', '2026-11-22T09:35']

/** The machine in another zone, its clock set, and every module as after a start. */
function machineIn(zone: string, clock = '') {
  vi.stubEnv('TZ', zone)
  vi.stubEnv('CLOCK', clock)
  vi.resetModules()
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
}
afterEach(() => {
  vi.unstubAllEnvs()
  vi.useRealTimers()
})

describe.each(zones)('on a machine in %s', (zone) => {
  test('the day after each day of six years is the next of the calendar, and the week goes on', () => {
    machineIn(zone)
    const first = Date.UTC(2023, 11, 25)
    for (let n = 0, date = '2023-12-25'; n < 2_200; n++, date = daysAfter(date, 1)) {
      expect(date).toBe(new Date(first + n * 86_400_000).toISOString().slice(0, 10))
      expect(isoWeekdayOf(date)).toBe((n % 7) + 1)
      expect([fromDate(toDate(date)), daysAfter(daysAfter(date, -400), 400)]).toEqual([date, date])
    }
  })

  test('what the clock of a place says does not depend on the machine', () => {
    machineIn(zone)
    const said = (place: string, instant: string) => Object.values(momentIn(place, new Date(instant))).join(' ')
    expect(said('America/New_York', '2026-03-08T06:59:00Z')).toBe('2026-03-08 01:59 7')
    expect(said('America/New_York', '2026-03-08T07:00:00Z')).toBe('2026-03-08 03:00 7')
    expect(said('America/New_York', '2026-11-01T06:30:00Z')).toBe('2026-11-01 01:30 7')
    expect(said('Pacific/Auckland', '2026-04-04T14:30:00Z')).toBe('2026-04-05 02:30 7')
    expect(said('Pacific/Auckland', '2026-09-26T14:00:00Z')).toBe('2026-09-27 03:00 7')
    expect(said('Pacific/Auckland', '2028-02-29T10:59:00Z')).toBe('2028-02-29 23:59 2')
    expect(said('Asia/Karachi', '2026-12-31T19:00:00Z')).toBe('2027-01-01 00:00 5')
  })

  test.each(moments)('set to %s, it is that day here, and the demo has a school year and sixty school days around it', async (clock) => {
    machineIn(zone, clock)
    const { nowIn } = await import('./clock.server')
    const { demoZone, isSchoolDay, schoolDaysBefore, today, years } = await import('@/prisma/seed/school-year')
    expect(nowIn(zone).date).toBe(clock.slice(0, 10))
    expect([demoZone, today]).toEqual([zone, clock.slice(0, 10)])
    expect(years.current.start <= today && today <= years.current.end && years.last.end < years.current.start).toBe(true)
    const days = schoolDaysBefore(today, 60)
    expect(new Set(days).size).toBe(60)
    expect(days.every((day) => day < today && isSchoolDay(day) && isoWeekdayOf(day) < 6)).toBe(true)
    expect(days.at(-1)! >= daysAfter(today, -3)).toBe(true)
  })
})

test('a clock that was set goes on, and one that was not is the machine’s', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-28T10:00:00Z') })
  machineIn('UTC')
  const { now } = await import('./clock.server')
  expect(now().toISOString()).toBe('2026-11-28T10:00:00.000Z')
  setClock('2028-02-29T23:59:30Z')
  expect([todayIn('UTC'), todayIn('Asia/Karachi')]).toEqual(['2028-02-29', '2028-03-01'])
  vi.setSystemTime(new Date('2026-11-28T10:00:45Z'))
  expect(nowIn('UTC')).toEqual({ date: '2028-03-01', time: '00:00', isoWeekday: 3 })
})

test('no setting moves the clock that sessions live by', async () => {
  machineIn('UTC', '2001-01-01T00:00')
  const { machineTime, now } = await import('./clock.server')
  expect(now().getUTCFullYear()).toBe(2001)
  expect(Math.abs(machineTime().getTime() - Date.now())).toBeLessThan(60_000)
})
