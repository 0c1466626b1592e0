import { criterionKeys } from '@/lib/domain/development/content-type'
import { weeksUntil } from '@/lib/domain/development/week'
import { daysAfter, type PlainDate } from '@/lib/platform/time'
import { dice, fill } from './insert'
import { bells } from './plan'
import { demoZone, today } from './school-year'

type Teacher = { id: string; name: string; campusId: string; lesson: string | null; subject: string | null; director: string | null; directorId: string | null; directorUser: string | null; isShown: boolean }

const weeks = 26
const columns = { attitude: 'attitude', classroomManagement: 'classroom_management', cleanliness: 'cleanliness', vibes: 'vibes', teamDynamics: 'team_dynamics', emergencyExit: 'emergency_exit', lessonPlan: 'lesson_plan' } as const
const praise = ['Students knew what to do the moment they came in.', 'You waited after each question: three more hands went up.', 'The quiet corner works: two used it and came back by themselves.', 'Lovely how you named what they did well, exactly.', 'Groups of three, each with a task: nobody stood by.']
const grow = ['The goal was on the board; say it once more in the middle.', 'The door was propped with a chair: please find another stop.', 'Five minutes went into handing out books; try two helpers.', 'Who has understood? A show of thumbs would have told you.', 'The back row was left to itself for ten minutes.']
const replies = ['Thank you, I will try the helpers on Monday.', 'I noticed that too. Could we talk about the back row?', 'Thank you for coming. The chair is gone.', 'That was a hard morning, thank you for seeing the good of it.']

/** When a campus's wall clock says a time, in the zone that the demo lives in. */
const stamp = (day: PlainDate, time: string) => `${day} ${time} ${demoZone}`

/** Half a year of visits: some teachers are seen often and some hardly ever, the plan of the lesson is what improves. */
export function rememberVisits(organizationId: string): Promise<void> {
  return fill(organizationId, async (insert, client) => {
    const { rows: teachers } = await client.query<Teacher>(`
      SELECT s.id, s.first_name || ' ' || s.last_name AS name, s."campusId", l.lesson, l.subject, d.first_name || ' ' || d.last_name AS director, d.id AS "directorId", d."userId" AS "directorUser", s.email LIKE 'teacher@%' AS "isShown"
      FROM staff s LEFT JOIN LATERAL (SELECT x.* FROM staff x WHERE x."campusId" = s."campusId" AND x.staff_type = 'director' ORDER BY x.employee_number LIMIT 1) d ON true
      LEFT JOIN LATERAL (SELECT k.name AS lesson, j.name AS subject FROM class_subjects c JOIN classes k ON k.id = c."classId" JOIN subjects j ON j.id = c."subjectId" WHERE c."teacherId" = s.id AND k.status = 'active' ORDER BY k.name LIMIT 1) l ON true
      WHERE s."organizationId" = app_organization() AND s.staff_type = 'teacher' ORDER BY s.employee_number`)
    const luck = dice(26)
    const mondays = weeksUntil(today, weeks)
    const visits = teachers.flatMap((teacher, place) => {
      const often = teacher.isShown ? 0.25 : place % 7 === 3 ? 0 : [0.3, 0.16, 0.07][place % 3]!
      const base = 2.7 + luck() * 1.4
      return mondays.flatMap((monday, week) => (luck() < often || (teacher.isShown && week === weeks - 2) ? [visit(teacher, base, monday, week, luck)] : [])).filter(({ check_in_date }) => check_in_date < today)
    })
    if (visits.length > 0) await insert('walkthrough_checkins', visits.map((one) => ({ ...one, organizationId })))
  })
}

function visit(teacher: Teacher, base: number, monday: PlainDate, week: number, luck: () => number) {
  const day = daysAfter(monday, Math.floor(luck() * 5))
  const time = bells[Math.floor(luck() * bells.length)]![1]
  const one = (of: readonly string[]) => of[Math.floor(luck() * of.length)]!
  const rated = (key: keyof typeof columns) => Math.max(1, Math.min(5, Math.round(base + (key === 'lessonPlan' ? week / weeks - 0.9 : key === 'vibes' ? 0.4 : 0) + (luck() - 0.5) * 1.8)))
  const isLate = luck() < 0.12
  const isAnswered = week < weeks - (teacher.isShown ? 2 : 1) && luck() < 0.55
  const answeredOn = daysAfter(day, isLate ? 4 : 1)
  return {
    teacher_name: teacher.name, teacherId: teacher.id, classroom: teacher.lesson ?? '', subject: teacher.subject, director_name: teacher.director ?? 'Director', directorId: teacher.directorId, campusId: teacher.campusId, createdById: teacher.directorUser, updatedById: teacher.directorUser,
    check_in_date: day, check_in_time: time, visited_at: stamp(day, time), submitted_at: stamp(isLate ? daysAfter(day, 3) : day, '15:30'),
    ...Object.fromEntries(criterionKeys.flatMap((key) => [[`${columns[key]}_rating`, rated(key)], [`${columns[key]}_comment`, key === 'lessonPlan' && luck() < 0.3 ? one(grow) : null]])),
    overall_notes: luck() < 0.7 ? `${one(praise)} ${one(grow)}` : null,
    teacher_read_at: isAnswered || week < weeks - 2 ? stamp(answeredOn, '16:00') : null, teacher_reply: isAnswered ? one(replies) : null, teacher_replied_at: isAnswered ? stamp(answeredOn, '16:05') : null,
  }
}
