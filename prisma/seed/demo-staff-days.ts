import { isoWeekdayOf, type PlainDate } from '@/lib/platform/time'
import { dice, fill } from './insert'
import { isSchoolDay, schoolDaysBefore, today } from './school-year'

type Person = { id: string; userId: string | null; campusId: string; name: string; type: string }
type Said = { status: string; leave_type: string | null; arrived_at: string | null; note: string | null; source: string }

const here: Said = { status: 'present', leave_type: null, arrived_at: null, note: null, source: 'office' }
const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** Patterns that a month shows: somebody is often away on Mondays, somebody comes late, somebody is on a course one week, somebody was ill for two. */
function dayOf(place: number, day: PlainDate, n: number, count: number, luck: () => number): Said {
  const weekday = isoWeekdayOf(day)
  const roll = luck()
  if (place % 11 === 3 && weekday === 1 && roll < 0.5) return { ...here, status: 'absent', leave_type: 'sick' }
  if (place % 9 === 5 && roll < 0.3) return { ...here, status: 'late', arrived_at: clock(485 + Math.floor(luck() * 35)), source: 'self' }
  if (place % 13 === 6 && n >= count - 15 && n < count - 10) return { ...here, status: 'absent_excused', leave_type: 'training', note: 'Course on early reading' }
  if (place % 17 === 8 && n >= count - 30 && n < count - 20) return { ...here, status: 'absent_excused', leave_type: 'sick', note: 'Doctor’s note until Friday' }
  if (roll < 0.02) return { ...here, status: 'absent_excused', leave_type: luck() < 0.6 ? 'sick' : 'family' }
  if (roll < 0.03) return { ...here, status: 'half_day', leave_type: 'personal', note: 'Dentist in the afternoon' }
  if (roll < 0.035) return { ...here, status: 'remote' }
  return place % 3 === 0 ? { ...here, arrived_at: clock(440 + Math.floor(luck() * 38)), source: 'self' } : here
}

/** Sixty days of the staff sheet, and this morning's as the office has it early: who has rung in sick, who has checked in, the rest not confirmed yet. */
export function rememberStaffDays(organizationId: string, count = 60): Promise<void> {
  return fill(organizationId, async (insert, client) => {
    const { rows: people } = await client.query<Person>(`SELECT id, "userId", "campusId", first_name || ' ' || last_name AS name, staff_type AS type FROM staff WHERE "organizationId" = app_organization() AND status = 'active' ORDER BY employee_number`)
    const luck = dice(31)
    const row = (person: Person, day: PlainDate, said: Said) => ({ staffId: person.id, userId: person.userId, campusId: person.campusId, user_name: person.name, user_role: person.type, attendance_date: day, organizationId, ...said })
    const days = schoolDaysBefore(today, count)
    const past = days.flatMap((day, n) => people.map((person, place) => row(person, day, dayOf(place, day, n, count, luck))))
    const morning = isSchoolDay(today) ? people.flatMap((person, place) => {
      if (place % 12 === 7) return [row(person, today, { ...here, status: 'absent_excused', leave_type: place % 24 === 7 ? 'sick' : 'family', note: place % 24 === 7 ? 'Rang at 7:10, flu' : null })]
      if (place % 15 === 4) return [row(person, today, { ...here, status: 'late', arrived_at: '08:20', note: 'Train was late' })]
      return place % 3 === 0 && place > 6 ? [row(person, today, { ...here, arrived_at: clock(440 + Math.floor(luck() * 38)), source: 'self' })] : []
    }) : []
    await insert('staff_attendance_records', [...past, ...morning])
  })
}
