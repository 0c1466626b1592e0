import { dice, fill } from './insert'
import type { DemoClass } from './demo-school'
import { familyNames, givenNames, relationships } from './names'
import { gradeNames, type OrganizationPlan } from './plan'
import { years } from './school-year'

/** Where families live: by their number in the list, so that the dice fall as they did. */
const streets = ['Orchard Street', 'Station Road', 'Mill Lane', 'Harbour View', 'Chestnut Avenue', 'Bridge Street', 'Church Hill', 'Linden Walk']

const pick = <T>(list: readonly T[], luck: number): T => list[Math.floor(luck * list.length)]!

/** Students with their guardians, in this year's class and, unless they are new, in last year's. */
export function enrolStudents(plan: OrganizationPlan, organizationId: string, campusIds: ReadonlyMap<string, string>, classes: { current: DemoClass[]; last: DemoClass[] }): Promise<number> {
  const luck = dice(plan.name.length * 31)
  const grades = gradeNames.map(([code]) => code)
  const startYear = Number(years.current.start.slice(0, 4))
  const people = classes.current.flatMap((one) =>
    Array.from({ length: one.size - Math.floor(luck() * 3) }, (_, i) => {
      const age = 5 + grades.indexOf(one.grade)
      const born = `${startYear - age}-${String(1 + Math.floor(luck() * 12)).padStart(2, '0')}-${String(1 + Math.floor(luck() * 28)).padStart(2, '0')}`
      return { one, i, firstName: pick(givenNames, luck()), lastName: pick(familyNames, luck()), born, gender: luck() < 0.49 ? 'female' : luck() < 0.97 ? 'male' : 'unspecified', isNew: luck() < 0.12 || one.grade === 'KG' }
    }),
  )
  return fill(organizationId, async (insert, client) => {
    await client.query('UPDATE organizations SET student_number_rule = $1, next_student_number = $2 WHERE id = $3', [`${plan.code}#####`, 10_001 + people.length, organizationId])
    const students = await insert('students', people.map((person, n) => ({
      student_number: `${plan.code}${String(10_001 + n)}`, first_name: person.firstName, last_name: person.lastName, gender: person.gender, date_of_birth: person.born, status: 'active',
      address: `${2 + ((n * 13) % 180)} ${pick(streets, ((n * 29) % 97) / 97)}`, ...(grades.indexOf(person.one.grade) >= 6 ? { email: `${plan.code}${10_001 + n}@students.${plan.domain}`.toLowerCase(), phone: `+1 555 ${String(2_000 + ((n * 11) % 7_000))}` } : { email: null, phone: null }),
      enrollment_date: person.isNew ? years.current.start : years.last.start, campusId: campusIds.get(person.one.campus), organizationId,
    })))
    const rows = people.map((person, n) => ({ ...person, id: students[n]!.id }))
    await insert('class_enrollments', rows.map(({ one, id }) => ({ classId: one.id, studentId: id, enrolled_on: years.current.start, ended_on: null, status: 'active', organizationId })))
    const before = rows.flatMap(({ one, id, isNew }) => {
      const room = classes.last.find((other) => other.campus === one.campus && grades.indexOf(other.grade) === grades.indexOf(one.grade) - 1 && other.place % 2 === one.place % 2)
      return isNew || !room ? [] : [{ classId: room.id, studentId: id, enrolled_on: years.last.start, ended_on: years.last.end, status: 'promoted', organizationId }]
    })
    await insert('class_enrollments', before)
    await insert('guardians', rows.flatMap(({ id, lastName }, n) => Array.from({ length: n % 3 === 0 ? 1 : 2 }, (_, g) => ({
      studentId: id, full_name: `${pick(givenNames, luck())} ${luck() < 0.8 ? lastName : pick(familyNames, luck())}`, relationship: pick(relationships, luck()),
      phone: `+1 555 ${String(1_000 + ((n * 7 + g) % 9_000))}`, email: `family${n}.${g}@families.example`, primary_contact: g === 0, organizationId,
    }))))
    return students.length
  })
}
