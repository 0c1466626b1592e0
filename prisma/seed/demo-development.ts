import { quizAt } from '@/lib/domain/development/safety-quiz'
import { safetyQuizzes } from '@/lib/domain/development/shipped/safety-quizzes.server'
import { weeksUntil } from '@/lib/domain/development/week'
import { daysAfter, type PlainDate } from '@/lib/platform/time'
import { personalityOf, signsOf } from './demo-learning'
import { dice, fill } from './insert'
import { demoZone, today } from './school-year'

type Person = { userId: string; campusId: string; name: string; role: string; isDirector: boolean; director: string; directorUser: string; login: string | null }

const weeks = 26
const notes = {
  formal: ['Reports are due on Friday.', 'On Wednesday lessons end at one.', 'The photographer comes on Tuesday, grades 1 to 3 first.', 'Parents’ evening is on Thursday: rooms are on the board.'],
  recognition: ['Thank you to everyone who covered for colleagues with the flu.', 'I saw a maths lesson in which nobody was afraid of being wrong.', 'The office found three lost coats and one lost child. Thank you!', 'A family wrote to thank the whole first floor.'],
  application: ['Try this: wait five seconds after each question.', 'One exit question at the end of each lesson this week.', 'Let two students explain the task before you begin.', 'Greet each student by name at the door.'],
  management: ['Please close the side door behind you.', 'Playground duty changes at half past ten, not at quarter to.', 'The copier on the first floor works again.', 'The fire drill went out in four minutes. We can do three.'],
  emotional: ['It has been a long month. Leave at four one day this week.', 'If it is too much, my door is open, also without an appointment.', 'Something that helped me: ten minutes outside before the first lesson.', 'You do not have to answer mail on Sunday.'],
} as const

/** Half a year of weekly notes, quizzes and check-ins before this week: most take part, some hardly ever, and it grows towards holidays. */
export function rememberDevelopment(organizationId: string): Promise<void> {
  return fill(organizationId, async (insert, client) => {
    const { rows: people } = await client.query<Person>(`
      SELECT s."userId", s."campusId", s.first_name || ' ' || s.last_name AS name, r.name AS role, s.staff_type = 'director' AS "isDirector", d.name AS director, d."userId" AS "directorUser", substring(u.email from '^(admin|director|registrar|finance|teacher|assistant)@') AS login
      FROM staff s JOIN users u ON u."organizationId" = s."organizationId" AND u.id = s."userId" JOIN roles r ON r.id = u."app_roleId"
      JOIN LATERAL (SELECT x."userId", x.first_name || ' ' || x.last_name AS name FROM staff x WHERE x."campusId" = s."campusId" AND x.staff_type = 'director' ORDER BY x.employee_number LIMIT 1) d ON true
      WHERE s."organizationId" = app_organization() ORDER BY s.employee_number`)
    const luck = dice(52)
    const mondays = weeksUntil(daysAfter(today, -7), weeks)
    const directors = people.filter(({ isDirector }) => isDirector)
    const one = <T>(of: readonly T[]) => of[Math.floor(luck() * of.length)]!
    const entries = mondays.flatMap((monday) => directors.filter(() => luck() < 0.92).map((director) => ({
      week_of: monday, posted_date: monday, ...Object.fromEntries(Object.entries(notes).map(([key, texts]) => [key, luck() < 0.85 || key === 'formal' ? one(texts) : ''])), author: director.name,
      published_at: `${monday} 07:40 ${demoZone}`, campusId: director.campusId, createdById: director.userId, updatedById: director.userId, organizationId,
    })))
    const made = await insert<{ id: string; campusId: string }>('frame_entries', entries, 'id, "campusId"')
    const last = new Set(directors.map(({ campusId }) => made.findLast((note) => note.campusId === campusId)?.id))
    await insert('frame_reads', made.flatMap(({ id, campusId }) => people.filter((person) => person.campusId === campusId && !(last.has(id) && person.login) && luck() < (last.has(id) ? 0.6 : 0.8)).map(({ userId }) => ({ frame_entryId: id, userId, createdById: userId, updatedById: userId, organizationId }))))
    const thisWeek = weeksUntil(today, 1)
    await insert('safety_quiz_results', [...mondays, ...thisWeek].flatMap((monday) => people.filter(({ login }, place) => (monday === thisWeek[0] ? !login && luck() < 0.4 : luck() < (place % 9 === 4 ? 0.2 : 0.85))).flatMap((person) => attemptsOf(person, monday, organizationId, luck))))
    const learners = people.filter(({ login }) => login === 'teacher' || login === 'director' || (!login && luck() < 0.45))
    await insert('user_progress', learners.flatMap((person) => signsOf(person, organizationId, luck)))
    await insert('personality_quiz_results', people.filter(({ login }) => login === 'director' || login === 'teacher' || (!login && luck() < 0.6)).map((person) => personalityOf(person, organizationId, luck, person.login === 'director' || luck() < 0.6)))
    await insert('user_progress', mondays.flatMap((monday, n) => people.flatMap(({ userId, campusId }) => (luck() < 0.55 ? [0, 1, 2].filter(() => luck() < 0.6) : []).map((step) => {
      const heavy = n % 13 > 9 ? 0.25 : 0
      const roll = luck()
      const day = daysAfter(monday, step * 2)
      return {
        progress_type: 'check_in', item_id: crypto.randomUUID(), value: roll < 0.15 + heavy / 2 ? 'blue' : roll < 0.32 + heavy ? 'yellow' : roll < 0.36 + heavy * 1.3 ? 'red' : 'green', metadata: { date: day },
        createdAt: `${day} 08:15 ${demoZone}`, userId, campusId, createdById: userId, updatedById: userId, organizationId,
      }
    }))))
  })
}

/** Everybody's first try and, where it failed, nearly everybody's second: one question of each quiz is harder than the others. */
function attemptsOf({ userId, campusId, name, role }: Person, monday: PlainDate, organizationId: string, luck: () => number) {
  const quiz = quizAt(safetyQuizzes.quizzes, monday)
  const hard = quiz.key.length % quiz.questions.length
  const tried = (attempt: number, day: PlainDate) => {
    const answers = quiz.questions.map(({ answer, options }, question) => {
      const isRight = attempt > 1 || luck() < (question === hard ? 0.72 : 0.95)
      return { question, choice: isRight ? answer : (answer + 1 + Math.floor(luck() * (options.length - 1))) % options.length, isRight }
    })
    const score = answers.filter(({ isRight }) => isRight).length
    return { quiz_id: quiz.key, quiz_title: quiz.title.en, week_of: monday, score, total_questions: answers.length, answers, user_name: name, user_role: role, completed_at: `${day} 12:${20 + Math.floor(luck() * 30)} ${demoZone}`, attempt, passed: score * 100 >= safetyQuizzes.passMark * answers.length, userId, campusId, createdById: userId, updatedById: userId, organizationId }
  }
  const first = tried(1, daysAfter(monday, Math.floor(luck() * 4)))
  const all = first.passed || luck() < 0.15 ? [first] : [first, tried(2, daysAfter(first.completed_at.slice(0, 10), 1))]
  return all.filter(({ completed_at }) => completed_at.slice(0, 10) < today)
}
