import { daysAfter } from '@/lib/platform/time'
import { fill } from './insert'
import { today } from './school-year'

/** Who came and went beside the classes: how long ago the last deed was, what it was, and why. */
const lives = [
  { ago: 12, deed: 'withdraw', status: 'withdrawn', reason: 'The family moved to another city.' },
  { ago: 41, deed: 'withdraw', status: 'withdrawn', reason: 'A school nearer to the parents’ work.' },
  { ago: 47, deed: 'leave', status: 'on_leave', reason: 'A stay in hospital.' },
  { ago: 66, deed: 'withdraw', status: 'withdrawn', reason: 'Taught at home from now on.' },
  { ago: 88, deed: 'leave', status: 'on_leave', reason: 'Half a year abroad with the family.' },
  { ago: 102, deed: 'withdraw', status: 'withdrawn', reason: 'The family moved abroad.' },
  { ago: 131, deed: 'withdraw', status: 'withdrawn', reason: 'The fees.' },
  ...Array.from({ length: 9 }, (_, n) => ({ ago: 158 + (n % 2), deed: 'graduate', status: 'graduated', reason: 'Finished the last grade.' })),
  { ago: 175, deed: 'withdraw', status: 'withdrawn', reason: 'The family moved.' },
  { ago: 240, deed: 'withdraw', status: 'withdrawn', reason: 'Wished for a smaller school.' },
] as const
const names = ['Amara Diallo', 'Jonas Lindqvist', 'Priya Menon', 'Leo Marchetti', 'Hana Sato', 'Mateo Vargas', 'Nora Haugen', 'Yusuf Demir', 'Clara Weiss', 'Tomas Novak', 'Salma Farouk', 'Owen Gallagher', 'Mei Chen', 'Ivan Petrov', 'Zola Mbeki', 'Elena Costa', 'Ravi Kapoor', 'Ines Duarte', 'Kofi Mensah', 'Freya Olsen', 'Dario Conti']

/** Leavers and graduates of the last months, two on leave, and three who are expected: what the overviews tell of coming and going. */
export function rememberLives(organizationId: string): Promise<void> {
  return fill(organizationId, async (insert, client) => {
    const { rows: campuses } = await client.query<{ id: string }>('SELECT id FROM campuses WHERE "organizationId" = $1 ORDER BY code', [organizationId])
    const { rows: [numbers] } = await client.query<{ next: number; rule: string }>('SELECT next_student_number AS next, student_number_rule AS rule FROM organizations WHERE id = $1', [organizationId])
    const expected = [21, 38, 38].map((ahead) => ({ ago: -ahead, status: 'expected' as const }))
    const people = [...lives, ...expected].map((life, n) => {
      const [firstName, lastName] = names[n % names.length]!.split(' ')
      return {
        student_number: numbers!.rule.replace(/#+/, String(numbers!.next + n)), first_name: firstName, last_name: lastName, status: life.status, gender: 'unspecified', date_of_birth: `${2010 + (n % 7)}-0${1 + (n % 9)}-14`,
        enrollment_date: daysAfter(today, life.status === 'expected' ? -life.ago : -life.ago - 400 - n * 30), campusId: campuses[n % campuses.length]!.id, organizationId,
      }
    })
    const students = await insert('students', people)
    await insert('student_changes', lives.map(({ ago, deed, status, reason }, n) => ({ studentId: students[n]!.id, campusId: people[n]!.campusId, deed, effective_on: daysAfter(today, -ago), status, former_status: 'active', reason, organizationId })))
    await client.query('UPDATE organizations SET next_student_number = next_student_number + $1 WHERE id = $2', [people.length, organizationId])
  })
}
