import { hashPassword, type RoleKey } from '@/lib/domain/access/public.server'
import type { Ctx } from '@/lib/platform/context'
import { contextFrom, recordOfPerson } from '@/lib/platform/context-record.server'
import { gate } from '@/lib/platform/db/gate.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { foundOrganization } from './organization'

export const testPassword = 'correct horse battery staple'
let passwordHash: Promise<string> | undefined

type Person = { role: RoleKey; campusId: string; roleId: string; firstName: string; lastName: string }

async function employ(db: TenantDb, { role, campusId, roleId, firstName, lastName }: Person) {
  const email = `${firstName}.${crypto.randomUUID().slice(0, 8)}@example.org`.toLowerCase()
  const { organizationId } = await db.campus.findFirstOrThrow({ where: { id: campusId }, select: { organizationId: true } })
  const user = await gate().user.create({
    data: { email, firstName, lastName, organizationId, roleId, password: await (passwordHash ??= hashPassword(testPassword)), emailVerified: true },
    select: { id: true },
  })
  const staffType = role === 'teacher' ? 'teacher' : role === 'assistant' ? 'assistant' : 'administrator'
  const staff = await db.staff.create({
    data: { firstName, lastName, email, campusId, userId: user.id, staffType, employeeNumber: crypto.randomUUID().slice(0, 8) },
    select: { id: true },
  })
  await db.userCampus.create({ data: { userId: user.id, campusId } })
  return { userId: user.id, staffId: staff.id, email }
}

/** The context in which a person acts, as a request would build it. */
export async function ctxOf(userId: string, organizationId: string): Promise<Ctx> {
  const record = await recordOfPerson(userId, organizationId)
  if (!record?.organization) throw new Error('This person may not be in this organization.')
  return contextFrom({ ...record, organization: record.organization }, { locale: 'en' })
}

const people = { admin: 'organization_administrator', director: 'campus_director', registrar: 'registrar', finance: 'finance', teacher: 'teacher', assistant: 'assistant' } as const

/**
 * A small school for tests: two campuses (north has everything, south one class of its own), one class of
 * five with its homeroom teacher, one person of each role. Every text carries `mark`, to be found where it leaks.
 */
export async function aSchool({ mark = crypto.randomUUID().slice(0, 8), timeZone = 'UTC' } = {}) {
  const { id: organizationId, db, roles } = await foundOrganization({ name: `Org ${mark}`, timeZone })
  const campusOf = (name: string) => db.campus.create({ data: { name: `${name} ${mark}`, code: `${name}-${mark}`, timeZone, mascot: 'Otters', color: '#0f766e' }, select: { id: true, code: true } })
  const [north, south] = [await campusOf('North'), await campusOf('South')]
  const year = await db.academicYear.create({ data: { name: `Year ${mark}`, startDate: new Date('2020-01-01'), endDate: new Date('2099-12-31'), current: true }, select: { id: true } })
  const grade = await db.grade.create({ data: { name: `Grade ${mark}`, code: `G-${mark}`, sortOrder: 1 }, select: { id: true } })
  const subject = await db.subject.create({ data: { name: `Math ${mark}`, code: `M-${mark}` }, select: { id: true } })
  const staffed = Object.fromEntries(
    await Promise.all(
      Object.entries(people).map(async ([name, role]) => [name, await employ(db, { role, campusId: north.id, roleId: roles[role], firstName: name, lastName: `Staff${mark}` })] as const),
    ),
  ) as Record<keyof typeof people, Awaited<ReturnType<typeof employ>>>

  const classOf = (campusId: string, name: string, homeroomTeacherId: string | null) =>
    db.class.create({ data: { name: `${name} ${mark}`, campusId, academicYearId: year.id, gradeId: grade.id, homeroomTeacherId }, select: { id: true } })
  const ownClass = await classOf(north.id, 'Own', staffed.teacher.staffId)
  const otherClass = await classOf(south.id, 'Other', null)
  const classSubject = await db.classSubject.create({ data: { classId: ownClass.id, subjectId: subject.id, teacherId: staffed.teacher.staffId }, select: { id: true } })
  await db.classSubject.create({ data: { classId: ownClass.id, subjectId: (await db.subject.create({ data: { name: `Art ${mark}`, code: `A-${mark}` } })).id, teacherId: staffed.assistant.staffId } })

  const enrol = async (campusId: string, classId: string, number: number) => {
    const student = await db.student.create({ data: { studentNumber: `${mark}-${classId.slice(-4)}-${number}`, firstName: `First${number}${mark}`, lastName: `Last${number}${mark}`, campusId }, select: { id: true } })
    await db.classEnrollment.create({ data: { classId, studentId: student.id, enrolledOn: new Date('2020-01-01') } })
    await db.guardian.create({ data: { studentId: student.id, fullName: `Guardian${number}${mark}`, relationship: 'mother', primaryContact: true } })
    return student.id
  }
  const studentIds: string[] = []
  for (const number of [1, 2, 3, 4, 5]) studentIds.push(await enrol(north.id, ownClass.id, number))
  const otherStudentId = await enrol(south.id, otherClass.id, 9)

  return {
    mark, organizationId, db, roles, north, south, yearId: year.id, gradeId: grade.id, subjectId: subject.id,
    classId: ownClass.id, otherClassId: otherClass.id, classSubjectId: classSubject.id, studentIds, otherStudentId,
    people: staffed,
    /** The context of one of this school's people. */
    as: (who: keyof typeof people) => ctxOf(staffed[who].userId, organizationId),
  }
}
