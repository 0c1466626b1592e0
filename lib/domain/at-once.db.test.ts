import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '@/lib/platform/context'
import { isRefused } from '@/lib/platform/failure.server'
import { aSchool } from '@/prisma/seed/a-school'
import { academicYears } from './academics/academic-year.server'
import { classInput } from './academics/class'
import { classes } from './academics/class-record.server'
import { classSubjects } from './academics/class-subject.server'
import { enrolStudents } from './academics/enrol-many.server'
import { endEnrollment, enrolStudent, moveStudent, takeFromWaitingList } from './academics/enrollment.server'
import { grades } from './academics/grade.server'
import { transferStudent, withdrawStudent } from './academics/student-life.server'
import { specialDays } from './academics/special-day.server'
import { subjects } from './academics/subject.server'
import { terms } from './academics/term.server'
import { invoiceInput } from './billing/invoice'
import { draftInvoice } from './billing/invoice.server'
import { getContent } from './development/content.server'
import { savePersonality } from './development/personality.server'
import { campuses } from './people/campus.server'
import { guardians } from './people/guardian.server'
import { linkGuardian, unlinkGuardian } from './people/guardian-link.server'
import { staff } from './people/staff-record.server'
import { students } from './people/student-record.server'
import { rooms } from './timetable/room.server'

let school: Awaited<ReturnType<typeof aSchool>>
let admin: Ctx
let db: Ctx['db']
beforeAll(async () => {
  school = await aSchool()
  admin = await school.as('admin')
  db = admin.db
})

const on = '2026-11-25'
const first = '2026-11-01'
let count = 0
const name = () => `N${++count}`
const written = (more: object = {}) => classInput.parse({ name: name(), section: '', academicYearId: school.yearId, campusId: school.north.id, gradeId: school.gradeId, homeroomTeacherId: '', room: '', capacity: '', classType: 'homeroom', status: 'active', ...more })
const aClass = async () => (await classes.create(admin, written())).id
const someone = async () => (await db.student.create({ data: { studentNumber: name(), firstName: 'A', lastName: 'B', campusId: school.north.id }, select: { id: true } })).id
const placed = async (waits = false) => { const studentId = await someone(); return { studentId, ...(await enrolStudent(admin, { studentId, classId: school.classId, on: first, waits })) } }
const aYear = async () => (await db.academicYear.create({ data: { name: name(), startDate: new Date('2030-01-01'), endDate: new Date('2030-12-31') }, select: { id: true } })).id
const aCampus = async () => (await db.campus.create({ data: { name: name(), code: name(), timeZone: 'UTC' }, select: { id: true } })).id
const link = { relationship: 'mother', livesWith: true, mayPickUp: true, receivesMail: true, pays: false, emergencyOrder: null, custodyNote: null, custodyFrom: null, custodyUntil: null } as const
const aGuardian = async (studentId: string) => (await guardians.create(admin, { fullName: name(), phone: null, email: null, address: null, relationship: 'mother', studentId, primaryContact: true })).id
const seen = async ({ get }: { get: (ctx: Ctx, id: string) => Promise<{ id: string; seen: string }> }, id: string) => { const row = await get(admin, id); return { id, seen: row.seen } }
const bill = (studentId: string) => draftInvoice(admin, invoiceInput.parse({ studentId, issueDate: on, dueDate: on, notes: '', lines: [{ description: 'Books', amount: '5' }], withDiscounts: false }))

type Deed = () => Promise<unknown>
/** Two deeds that meet, again and again: whoever is second is refused, and nothing is left that neither order would leave. */
async function meet(times: number, deeds: () => Promise<[Deed, Deed, left: () => Promise<number>]>): Promise<void> {
  for (let n = 0; n < times; n++) {
    const [one, other, left] = await deeds()
    const results = await Promise.allSettled([one(), other()])
    for (const result of results) if (result.status === 'rejected' && !isRefused(result.reason)) throw result.reason
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true)
    expect(await left()).toBe(0)
  }
}
const both = (deeds: readonly Deed[], of: (done: number) => number) => {
  let done = 0
  const [one, other] = deeds.map((deed) => () => deed().then(() => (done += 1)))
  return [one!, other!, async () => of(done)] as [Deed, Deed, () => Promise<number>]
}
const once = (one: Deed, other: Deed) => both([one, other], (done) => done - 1)
const gone = (row: unknown, rest: number) => (row ? 0 : rest)

test('nothing new hangs on what is removed at the same moment', async () => {
  const make = (more: object) => classes.create(admin, written(more))
  await meet(4, async () => { const id = await aYear(); const state = await seen(academicYears, id); return [() => make({ academicYearId: id }), () => academicYears.remove(admin, state), async () => gone(await db.academicYear.findFirst({ where: { id } }), await db.class.count({ where: { academicYearId: id } }))] })
  await meet(4, async () => { const id = await aYear(); const state = await seen(academicYears, id); return [() => terms.create(admin, { name: 'T', academicYearId: id, termType: 'semester', startDate: '2030-02-01', endDate: '2030-03-01' }), () => academicYears.remove(admin, state), async () => gone(await db.academicYear.findFirst({ where: { id } }), await db.term.count({ where: { academicYearId: id } }))] })
  await meet(4, async () => { const { id } = await db.grade.create({ data: { name: name(), code: name(), sortOrder: 1 } }); const state = await seen(grades, id); return [() => make({ gradeId: id }), () => grades.remove(admin, state), async () => gone(await db.grade.findFirst({ where: { id } }), await db.class.count({ where: { gradeId: id } }))] })
  await meet(4, async () => { const { id } = await db.subject.create({ data: { name: name(), code: name() } }); const state = await seen(subjects, id); return [() => classSubjects.create(admin, { classId: school.classId, subjectId: id, teacherId: null, lessonsPerWeek: 1, status: 'active' }), () => subjects.remove(admin, state), async () => gone(await db.subject.findFirst({ where: { id } }), await db.classSubject.count({ where: { subjectId: id } }))] })
  await meet(4, async () => { const { id } = await db.staff.create({ data: { firstName: 'A', lastName: 'B', campusId: school.north.id, staffType: 'teacher', employeeNumber: name() } }); const state = await seen(staff, id); return [() => make({ homeroomTeacherId: id }), () => staff.remove(admin, state), async () => gone(await db.staff.findFirst({ where: { id } }), await db.class.count({ where: { homeroomTeacherId: id } }))] })
  await meet(4, async () => { const id = await aCampus(); const state = await seen(campuses, id); return [() => rooms.create(admin, { name: name(), roomType: 'classroom', capacity: null, note: null, campusId: id }), () => campuses.remove(admin, state), async () => gone(await db.campus.findFirst({ where: { id } }), await db.room.count({ where: { campusId: id } }))] })
  await meet(4, async () => { const id = await aClass(); const studentId = await someone(); const state = await seen(classes, id); return [() => enrolStudent(admin, { studentId, classId: id, on, waits: false }), () => classes.remove(admin, state), async () => gone(await db.class.findFirst({ where: { id } }), await db.classEnrollment.count({ where: { classId: id } }))] })
  await meet(4, async () => { const id = await someone(); const state = await seen(students, id); return [() => enrolStudent(admin, { studentId: id, classId: school.classId, on, waits: false }), () => students.remove(admin, state), async () => gone(await db.student.findFirst({ where: { id } }), await db.classEnrollment.count({ where: { studentId: id } }))] })
  await meet(4, async () => { const id = await someone(); const state = await seen(students, id); return [() => bill(id), () => students.remove(admin, state), async () => gone(await db.student.findFirst({ where: { id } }), await db.invoice.count({ where: { studentId: id } }))] })
  await meet(4, async () => { const id = await aGuardian(await someone()); const studentId = await someone(); const state = await seen(guardians, id); return [() => linkGuardian(admin, { guardianId: id, studentId, ...link }), () => guardians.remove(admin, state), async () => gone(await db.guardian.findFirst({ where: { id } }), await db.guardianLink.count({ where: { guardianId: id } }))] })
}, 60_000)

test('a place in a class ends once, and is nobody\'s who leaves the school meanwhile', async () => {
  const leaving = { reason: 'moved', classId: null, campusId: null, on: '2026-11-20' }
  const open = (studentId: string) => db.classEnrollment.count({ where: { studentId, endedOn: null } })
  await meet(5, async () => { const id = await someone(); const state = await seen(students, id); return [() => enrolStudent(admin, { studentId: id, classId: school.classId, on, waits: false }), () => withdrawStudent(admin, { ...state, ...leaving }), () => open(id)] })
  await meet(5, async () => { const id = await someone(); const state = await seen(students, id); return [() => enrolStudent(admin, { studentId: id, classId: school.classId, on, waits: false }), () => transferStudent(admin, { ...state, ...leaving, campusId: school.south.id }), () => open(id)] })
  const [a, b] = [await aClass(), await aClass()]
  await meet(5, async () => { const { id } = await placed(); return once(() => moveStudent(admin, { id, classId: a, on }), () => moveStudent(admin, { id, classId: b, on })) })
  await meet(5, async () => { const { id } = await placed(); return once(() => moveStudent(admin, { id, classId: a, on }), () => endEnrollment(admin, { id, on })) })
  await meet(5, async () => { const { id } = await placed(true); return once(() => takeFromWaitingList(admin, { id, on }), () => takeFromWaitingList(admin, { id, on })) })
  await meet(5, async () => { const { id } = await placed(true); return [() => takeFromWaitingList(admin, { id, on }), () => endEnrollment(admin, { id, on: '2026-11-28' }), async () => { const row = await db.classEnrollment.findFirstOrThrow({ where: { id } }); return row.status === 'active' && row.endedOn ? 1 : 0 }] })
  await meet(5, async () => {
    const chosen = [await someone(), await someone()]
    return [() => enrolStudents(admin, { studentIds: chosen, classId: a, on }), () => enrolStudents(admin, { studentIds: chosen.toReversed(), classId: b, on }), async () => (await open(chosen[0]!)) - 1]
  })
}, 60_000)

test('a year keeps its terms, and a guardian a child', async () => {
  await meet(5, async () => {
    const id = await aYear()
    const state = await seen(academicYears, id)
    return once(() => terms.create(admin, { name: 'T', academicYearId: id, termType: 'semester', startDate: '2030-11-01', endDate: '2030-12-01' }), () => academicYears.update(admin, { ...state, name: name(), startDate: '2030-01-01', endDate: '2030-10-01' }))
  })
  await meet(5, async () => {
    const [one, two] = [await someone(), await someone()]
    const id = await aGuardian(one)
    await linkGuardian(admin, { guardianId: id, studentId: two, ...link })
    const [first, second] = (await db.guardianLink.findMany({ where: { guardianId: id } })).map(({ id: linkId, updatedAt }) => ({ id: linkId, seen: updatedAt.toISOString() }))
    return once(() => unlinkGuardian(admin, first!), () => unlinkGuardian(admin, second!))
  })
})

test('what hangs on something removed does not come back without it, and a campus takes its rooms along', async () => {
  const year = await aYear()
  const { id } = await terms.create(admin, { name: 'T', academicYearId: year, termType: 'semester', startDate: '2030-02-01', endDate: '2030-03-01' })
  await academicYears.remove(admin, await seen(academicYears, year))
  await expect(terms.restore(admin, { id })).rejects.toMatchObject({ message: 'trash.refusals.parent' })
  await academicYears.restore(admin, { id: year })
  expect(await db.term.count({ where: { id } })).toBe(1)

  const campus = await aCampus()
  const room = await rooms.create(admin, { name: 'Lab', roomType: 'classroom', capacity: null, note: null, campusId: campus })
  await campuses.remove(admin, await seen(campuses, campus))
  await expect(rooms.get(admin, room.id)).rejects.toMatchObject({ code: 'not-found' })
  await campuses.restore(admin, { id: campus })
  expect((await rooms.get(admin, room.id)).values.name).toBe('Lab')
})

test('nobody has two places in a class on the same days', async () => {
  const { id, studentId } = await placed()
  await endEnrollment(admin, { id, on: '2027-06-30' })
  await expect(enrolStudent(admin, { studentId, classId: school.classId, on, waits: false })).rejects.toMatchObject({ message: 'classes.refusals.isThere' })
  await enrolStudent(admin, { studentId, classId: school.classId, on: '2027-07-01', waits: false })
})

test('what is said once stands once: a result of the quiz, and whether a day is off', async () => {
  const { payload } = await getContent(admin, 'personality_quiz')
  const answers = Object.fromEntries(payload.statements.map(({ key }) => [key, 3]))
  await Promise.all([savePersonality(admin, { answers }), savePersonality(admin, { answers })])
  expect(await db.personalityQuizResult.count({ where: { userId: admin.user.id } })).toBe(1)
  const day = (kind: 'weather' | 'make_up', campusId: string | null) => () => specialDays.create(admin, { title: 'Day', date: '2026-11-28', kind, campusId })
  await expect(Promise.all([day('weather', school.north.id)(), day('make_up', school.north.id)()])).rejects.toMatchObject({ message: 'setup.specialDays.contradicts' })
  await day('make_up', null)()
})

test('a term comes back only into a year that still holds it', async () => {
  const year = await aYear()
  const { id } = await terms.create(admin, { name: 'T', academicYearId: year, termType: 'semester', startDate: '2030-11-01', endDate: '2030-12-01' })
  await terms.remove(admin, await seen(terms, id))
  await academicYears.update(admin, { ...(await seen(academicYears, year)), name: name(), startDate: '2030-01-01', endDate: '2030-10-01' })
  await expect(terms.restore(admin, { id })).rejects.toMatchObject({ message: 'setup.terms.outsideYear' })
})

test('a currency without cents takes whole amounts', async () => {
  const yen = { ...admin, organization: { ...admin.organization, currency: 'JPY' } }
  const asked = (amount: string) => draftInvoice(yen, invoiceInput.parse({ studentId: school.studentIds[0], issueDate: on, dueDate: on, notes: '', lines: [{ description: 'Books', amount }], withDiscounts: false }))
  await expect(asked('100.50')).rejects.toMatchObject({ fields: { 'lines.0.amount': { key: 'form.problems.amountWhole' } } })
  await asked('100')
})
