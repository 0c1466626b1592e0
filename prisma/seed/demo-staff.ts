import { hashPassword, type RoleKey } from '@/lib/domain/access/public.server'
import { dice, fill, type Insert, type Row } from './insert'
import { familyNames, givenNames } from './names'
import type { MadeOrganization } from './organization'
import { coreSubjects, demoPassword, specialSubjects, type CampusPlan, type OrganizationPlan, type SubjectCode } from './plan'

/** `own` teaches nearly everything in a class, `help` helps in one. */
type Task = SubjectCode | 'own' | 'help'
export type Teacher = { staffId: string; campus: string; subject: Task; place: number }
type Hired = { campus: string; role: RoleKey; staffType: string; jobTitle: string; subject?: Task; place?: number; login?: string }

/** Who works at a campus: its director, an assistant or two, and the teachers that its timetable needs. */
function staffOf(campus: CampusPlan, isFirst: boolean): Hired[] {
  const classes = campus.grades.length * campus.sections.length
  const at = { campus: campus.code }
  const office: Hired[] = [
    { ...at, role: 'campus_director', staffType: 'director', jobTitle: 'Director', login: isFirst ? 'director' : `director.${campus.code.toLowerCase()}` },
    { ...at, role: 'assistant', staffType: 'assistant', jobTitle: 'Classroom assistant', subject: 'help', place: 2, ...(isFirst ? { login: 'assistant' } : {}) },
  ]
  const teacher = (subject: Task, place: number, jobTitle: string, login?: string): Hired => ({ ...at, role: 'teacher', staffType: 'teacher', jobTitle, subject, place, ...(login ? { login } : {}) })
  if (campus.teaching === 'own') {
    return [
      ...office,
      ...Array.from({ length: classes }, (_, i) => teacher('own', i, 'Homeroom teacher', isFirst && i === 2 ? 'teacher' : undefined)),
      ...specialSubjects.map((subject) => teacher(subject, 0, 'Specialist teacher')),
    ]
  }
  return [...office, ...coreSubjects.flatMap((subject) => Array.from({ length: Math.ceil(classes / coreSubjects.length) }, (_, i) => teacher(subject, i, 'Subject teacher')))]
}

const central: Hired[] = [
  { campus: '', role: 'organization_administrator', staffType: 'administrator', jobTitle: 'Head of administration', login: 'admin' },
  { campus: '', role: 'registrar', staffType: 'administrator', jobTitle: 'Registrar', login: 'registrar' },
  { campus: '', role: 'finance', staffType: 'administrator', jobTitle: 'Bursar', login: 'finance' },
]

/** Accounts and staff records of an organization, in one transaction. Returns the teachers for the timetable. */
export async function hireStaff(plan: OrganizationPlan, made: MadeOrganization, campusIds: ReadonlyMap<string, string>): Promise<Teacher[]> {
  const luck = dice(plan.name.length)
  const password = await hashPassword(demoPassword)
  const firstCampus = plan.campuses[0]!.code
  const hired = [...central, ...plan.campuses.flatMap((campus, i) => staffOf(campus, i === 0))]
  const people = hired.map((hire, i) => {
    const [firstName, lastName] = [givenNames[Math.floor(luck() * givenNames.length)]!, familyNames[(i * 7 + Math.floor(luck() * 5)) % familyNames.length]!]
    return { ...hire, firstName, lastName, email: `${hire.login ?? `staff${i}`}@${plan.domain}` }
  })
  return fill(made.id, async (insert) => {
    const users = await insert<{ id: string; email: string }>('users', people.map((person) => ({
      email: person.email, firstName: person.firstName, lastName: person.lastName, password, emailVerified: true, disabled: false, organizationId: made.id, app_roleId: made.roles[person.role],
    })), 'id, email')
    const userIds = new Map(users.map(({ id, email }) => [email, id]))
    const rows = people.map((person, i): Row => ({
      employee_number: `${plan.code}-${String(i + 1).padStart(3, '0')}`, first_name: person.firstName, last_name: person.lastName, email: person.email, job_title: person.jobTitle, staff_type: person.staffType,
      status: 'active', hire_date: `20${10 + (i % 15)}-08-01`, campusId: campusIds.get(person.campus || firstCampus), userId: userIds.get(person.email), organizationId: made.id,
    }))
    const staff = await insert<{ id: string; email: string }>('staff', rows, 'id, email')
    await giveCampuses(insert, people, userIds, campusIds, made.id)
    const staffIds = new Map(staff.map(({ id, email }) => [email, id]))
    return people.flatMap(({ email, campus, subject, place = 0 }) => (subject ? [{ staffId: staffIds.get(email)!, campus, subject, place }] : []))
  })
}

/** The first campus's director also looks after the online campus, so that somebody has several. */
async function giveCampuses(insert: Insert, people: { email: string; campus: string; login?: string }[], userIds: ReadonlyMap<string, string>, campusIds: ReadonlyMap<string, string>, organizationId: string) {
  const rows = people.flatMap(({ email, campus, login }) => {
    const codes = [campus, ...(login === 'director' && campusIds.has('ONL') ? ['ONL'] : [])].filter(Boolean)
    return codes.map((code) => ({ userId: userIds.get(email), campusId: campusIds.get(code), organizationId }))
  })
  await insert('user_campuses', rows, '"userId"')
}
