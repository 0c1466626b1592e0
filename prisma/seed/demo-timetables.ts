import { daysAfter, isoWeekdayOf } from '@/lib/platform/time'
import { fill, type Row } from './insert'
import { bells, type OrganizationPlan } from './plan'
import { today, years } from './school-year'

/** What lies between the lessons of the demo's days. */
const pauses = [
  ['Assembly', '08:10', '08:30', 'assembly'],
  ['Break', '10:15', '10:35', 'break'],
  ['Lunch', '12:20', '13:05', 'break'],
] as const
const weeks = [
  { name: 'Usual week', days: { monday: true, tuesday: true, wednesday: true, thursday: true, friday: false }, pauses },
  { name: 'Friday', days: { monday: false, tuesday: false, wednesday: false, thursday: false, friday: true }, pauses: pauses.slice(1) },
]
const shared = [
  ['Science lab', 'laboratory', 28], ['Gym', 'gym', 60], ['Music room', 'music', 30], ['Art room', 'art', 26], ['Library', 'library', 40], ['Hall', 'hall', 220],
] as const

/** Rooms, bells and lessons a week of a school whose classes are there, and beside each published timetable the draft of the next. */
export function drawTimetables(plan: OrganizationPlan, organizationId: string, campusIds: ReadonlyMap<string, string>): Promise<void> {
  return fill(organizationId, async (insert, client) => {
    for (const campus of plan.campuses) {
      const campusId = campusIds.get(campus.code)!
      const { rows: used } = await client.query<{ room: string; capacity: number }>(`SELECT DISTINCT room, capacity FROM classes WHERE "organizationId" = app_organization() AND "campusId" = $1 AND room IS NOT NULL`, [campusId])
      const rooms: Row[] = used.map(({ room, capacity }) => ({ name: room, room_type: 'classroom', capacity, campusId, organizationId }))
      if (!campus.isOnline) rooms.push(...shared.map(([name, type, capacity]) => ({ name, room_type: type, capacity, campusId, organizationId })))
      if (rooms.length > 0) await insert('rooms', rooms)
      const made = await insert<{ id: string; name: string }>('bell_schedules', weeks.map(({ name, days }) => ({ name, ...days, campusId, organizationId })), 'id, name')
      await insert('bell_periods', made.flatMap(({ id, name }) => [
        ...bells.map(([lesson, starts, ends]) => ({ name: lesson, starts_at: starts, ends_at: ends, kind: 'lesson' })),
        ...weeks.find((week) => week.name === name)!.pauses.map(([pause, starts, ends, kind]) => ({ name: pause, starts_at: starts, ends_at: ends, kind })),
      ].map((period) => ({ ...period, bell_scheduleId: id, organizationId }))))
    }
    await client.query(`UPDATE class_subjects s SET lessons_per_week = p.count FROM (SELECT "class_subjectId" AS id, count(*)::int FROM timetable_periods WHERE "organizationId" = app_organization() GROUP BY 1) p WHERE s.id = p.id`)
    await client.query(`UPDATE staff SET weekly_lessons = 30 WHERE "organizationId" = app_organization() AND staff_type = 'teacher'`)
    await client.query(
      `WITH draft AS (
        INSERT INTO timetables (name, effective_from, effective_to, status, "academic_yearId", "campusId", "organizationId")
        SELECT c.name || ', next', $1, $2, 'draft', t."academic_yearId", t."campusId", t."organizationId" FROM timetables t JOIN campuses c ON c.id = t."campusId"
        WHERE t."organizationId" = app_organization() AND t.status = 'published' RETURNING id, "campusId")
      INSERT INTO timetable_periods (name, day_of_week, starts_at, ends_at, room, "timetableId", "class_subjectId", "organizationId")
      SELECT p.name, p.day_of_week, p.starts_at, p.ends_at, p.room, draft.id, p."class_subjectId", p."organizationId"
      FROM timetable_periods p JOIN draft ON draft."campusId" = p."campusId" JOIN classes k ON k.id = p."classId"
      WHERE p."organizationId" = app_organization() AND p.published AND NOT (k.section = 'A' AND p.day_of_week IN ('thursday', 'friday') AND p.name IN ('Period 5', 'Period 6'))`,
      [daysAfter(today, 8 - isoWeekdayOf(today)), years.current.end],
    )
  })
}
