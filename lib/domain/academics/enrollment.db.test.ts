import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '@/lib/platform/context'
import { aSchool } from '@/prisma/seed/a-school'
import { classInput } from './class'
import { classes, getClass } from './class-record.server'
import { classSubjectInput } from './class-subject'
import { classSubjects, listClassSubjects } from './class-subject.server'
import { enrolStudents, listCandidates } from './enrol-many.server'
import { endEnrollment, enrolStudent, listClassStudents, listStudentClasses, moveStudent, resumeEnrollment, takeFromWaitingList } from './enrollment.server'

type School = Awaited<ReturnType<typeof aSchool>>
let school: School
let registrar: Ctx
beforeAll(async () => {
  school = await aSchool()
  registrar = await school.as('registrar')
})

const on = '2026-11-25'
const input = (name: string, more: object = {}) => classInput.parse({ name, section: '', academicYearId: school.yearId, campusId: school.north.id, gradeId: school.gradeId, homeroomTeacherId: '', room: '', capacity: '', classType: 'homeroom', status: 'active', ...more })
const aClass = async (name: string, more: object = {}) => (await classes.create(registrar, input(name, more))).id
const someone = async (lastName: string) => (await school.db.student.create({ data: { studentNumber: crypto.randomUUID().slice(0, 8), firstName: 'A', lastName, campusId: school.north.id }, select: { id: true } })).id
const inIt = async (classId: string) => (await listClassStudents(registrar, classId)).here.map(({ studentId }) => studentId)

test('of five who are enrolled at once for the last place one gets it', async () => {
  const classId = await aClass('Full', { capacity: '1' })
  const five = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(someone))
  const results = await Promise.allSettled(five.map((studentId) => enrolStudent(registrar, { studentId, classId, on, waits: false })))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'conflict', message: 'classes.refusals.full' })
  expect(await inIt(classId)).toHaveLength(1)
})

test('who waits takes no place, and gets one when somebody has left', async () => {
  const classId = await aClass('Waiting', { capacity: '1' })
  const [first, second] = [await someone('First'), await someone('Second')]
  await enrolStudent(registrar, { studentId: first, classId, on, waits: false })
  const waiting = await enrolStudent(registrar, { studentId: second, classId, on, waits: true })
  expect((await getClass(registrar, classId)).students).toBe(1)
  await expect(takeFromWaitingList(registrar, { id: waiting.id, on })).rejects.toMatchObject({ message: 'classes.refusals.full' })
  const [place] = (await listClassStudents(registrar, classId)).here
  await endEnrollment(registrar, { id: place!.id, on: '2026-11-27' })
  await takeFromWaitingList(registrar, { id: waiting.id, on: '2026-11-28' })
  expect(await inIt(classId)).toEqual([second])
  expect((await listStudentClasses(registrar, first))[0]).toMatchObject({ until: '2026-11-27', status: 'withdrawn' })
})

test('the end of a place is taken back, once, and never beyond the places there are', async () => {
  const classId = await aClass('Back', { capacity: '1' })
  const [first, second] = [await someone('Gone'), await someone('Next')]
  const { id } = await enrolStudent(registrar, { studentId: first, classId, on: '2026-11-02', waits: false })
  const waiting = await enrolStudent(registrar, { studentId: second, classId, on, waits: true })
  await endEnrollment(registrar, { id: waiting.id, on })
  await resumeEnrollment(registrar, waiting)
  expect((await listClassStudents(registrar, classId)).waiting.map(({ studentId }) => studentId)).toEqual([second])
  await endEnrollment(registrar, { id, on })
  const twice = await Promise.allSettled([resumeEnrollment(registrar, { id }), resumeEnrollment(registrar, { id })])
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await listClassStudents(registrar, classId)).here).toMatchObject([{ studentId: first, from: '2026-11-02', until: null, status: 'active' }])
  await endEnrollment(registrar, { id, on })
  await takeFromWaitingList(registrar, { id: waiting.id, on: '2026-11-26' })
  await expect(resumeEnrollment(registrar, { id })).rejects.toMatchObject({ message: 'classes.refusals.full' })
})

test('who left the school is put into no class, from the day of leaving on', async () => {
  const classId = await aClass('Left')
  const studentId = await someone('Leaver')
  const { id } = await enrolStudent(registrar, { studentId, classId, on: '2026-11-02', waits: false })
  await endEnrollment(registrar, { id, on })
  await school.db.student.updateMany({ where: { id: studentId }, data: { nextStatus: 'withdrawn', nextStatusOn: new Date('2026-11-26') } })
  for (const deed of [() => resumeEnrollment(registrar, { id }), () => enrolStudent(registrar, { studentId, classId, on: '2026-11-26', waits: false }), () => enrolStudents(registrar, { classId, studentIds: [studentId], on: '2026-11-27' })]) await expect(deed()).rejects.toMatchObject({ message: 'classes.refusals.notHere' })
  await enrolStudent(registrar, { studentId, classId: await aClass('Last day'), on, waits: false })
})

test('one who is moved ends the day before, and one who never came is never there', async () => {
  const [from, to] = [await aClass('From'), await aClass('To')]
  const studentId = await someone('Mover')
  const place = await enrolStudent(registrar, { studentId, classId: from, on: '2026-11-02', waits: false })
  const moved = await moveStudent(registrar, { id: place.id, classId: to, on })
  expect((await listStudentClasses(registrar, studentId)).map(({ className, until, status }) => [className, until, status])).toEqual([['To', null, 'active'], ['From', '2026-11-24', 'transferred']])
  await moveStudent(registrar, { id: moved.id, classId: from, on })
  expect((await listStudentClasses(registrar, studentId)).filter(({ status }) => status === 'cancelled')).toHaveLength(1)
  await expect(moveStudent(registrar, { id: moved.id, classId: from, on })).rejects.toMatchObject({ code: 'not-found' })
})

test('several are enrolled at once, all or none, and leave the homeroom they were in', async () => {
  const [from, to, small] = [await aClass('Many from'), await aClass('Many to'), await aClass('Small', { capacity: '1' })]
  const three = await Promise.all(['x', 'y', 'z'].map(someone))
  expect(await enrolStudents(registrar, { classId: from, studentIds: [...three, three[0]!], on: '2026-11-02' })).toEqual({ count: 3 })
  expect((await listCandidates(registrar, to, { from, search: '' })).map(({ id }) => id).sort()).toEqual([...three].sort())
  await expect(enrolStudents(registrar, { classId: small, studentIds: three, on })).rejects.toMatchObject({ message: 'classes.refusals.full' })
  expect(await inIt(from)).toHaveLength(3)
  await enrolStudents(registrar, { classId: to, studentIds: three.slice(0, 2), on })
  expect([(await inIt(from)).length, (await inIt(to)).length]).toEqual([1, 2])
})

test('a class is created, edited, removed and restored; two editors lose nothing, and one that was taught stays', async () => {
  const id = await aClass('Record', { capacity: '20' })
  const { seen, values } = await getClass(registrar, id)
  const edits = [{ room: 'R1' }, { capacity: 25 }].map((more) => classes.update(registrar, { ...input('Record', { capacity: '20' }), ...more, id, seen }))
  const results = await Promise.allSettled(edits)
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(results.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'conflict', detail: { current: { id } } })
  expect(values.capacity).toBe(20)
  await classes.remove(registrar, { id, seen: (await getClass(registrar, id)).seen })
  await expect(getClass(registrar, id)).rejects.toMatchObject({ code: 'not-found' })
  await classes.restore(registrar, { id })
  await expect(getClass(await school.as('teacher'), id)).rejects.toMatchObject({ code: 'not-found' })
  await school.db.attendanceSession.create({ data: { classId: school.classId, campusId: school.north.id, sessionDate: new Date('2026-11-20'), sessionType: 'daily' } })
  await expect(classes.remove(registrar, { id: school.classId, seen: (await getClass(registrar, school.classId)).seen })).rejects.toMatchObject({ message: 'setup.refusals.heldBy.attendanceSessions' })
})

test('a subject of a class has a teacher and lessons, once a teacher', async () => {
  const classId = await aClass('Taught')
  const subject = classSubjectInput.parse({ classId, subjectId: school.subjectId, teacherId: school.people.teacher.staffId, lessonsPerWeek: '4', status: 'active' })
  await classSubjects.create(registrar, subject)
  await expect(classSubjects.create(registrar, subject)).rejects.toMatchObject({ code: 'P2002' })
  expect(await listClassSubjects(registrar, classId)).toMatchObject([{ lessonsPerWeek: 4, teacher: { id: school.people.teacher.staffId, hasLeft: false } }])
})

test('nobody beyond the reach enrols, moves or ends', async () => {
  const stranger = await (await aSchool()).as('admin')
  const place = (await listClassStudents(registrar, school.classId)).here[0]!
  const deeds = [
    () => enrolStudent(stranger, { studentId: place.studentId, classId: school.classId, on, waits: false }), () => moveStudent(stranger, { id: place.id, classId: school.otherClassId, on }),
    () => endEnrollment(stranger, { id: place.id, on }), () => enrolStudents(stranger, { classId: school.classId, studentIds: [place.studentId], on }), () => resumeEnrollment(stranger, { id: place.id }),
  ]
  for (const deed of deeds) await expect(deed()).rejects.toMatchObject({ code: 'not-found' })
  await expect(enrolStudent(registrar, { studentId: school.otherStudentId, classId: school.classId, on, waits: false })).rejects.toMatchObject({ message: 'classes.refusals.otherCampus' })
})
