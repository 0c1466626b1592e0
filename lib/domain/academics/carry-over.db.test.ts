import { beforeAll, expect, test } from 'vitest'
import { bulkOf } from '@/lib/domain/bulk.server'
import { startBulk, undoBulk } from '@/lib/platform/bulk.server'
import type { Ctx } from '@/lib/platform/context'
import { listHistory } from '@/lib/platform/history.server'
import { aSchool } from '@/prisma/seed/a-school'
import { planCarryOver } from './carry-over-plan.server'
import { findYearTurn, listLaterYears, previewCarryOver } from './carry-over-preview.server'
import { carryClass, carryClasses } from './carry-over.server'
import { classInput } from './class'
import { classes, getClass } from './class-record.server'
import { classSubjectInput } from './class-subject'
import { classSubjects, listClassSubjects } from './class-subject.server'
import { enrolStudent, endEnrollment, listClassStudents, listStudentClasses, moveStudent } from './enrollment.server'

let school: Awaited<ReturnType<typeof aSchool>>
let registrar: Ctx
let years: { now: string; next: string }
let grades: string[]
beforeAll(async () => {
  school = await aSchool()
  registrar = await school.as('registrar')
  const year = async (from: number) => (await school.db.academicYear.create({ data: { name: `${from}`, startDate: new Date(`${from}-08-01`), endDate: new Date(`${from + 1}-07-31`) }, select: { id: true } })).id
  years = { now: await year(2026), next: await year(2027) }
  grades = await Promise.all([4, 5, 6].map(async (n) => (await school.db.grade.create({ data: { name: `Grade ${n}`, code: `0${n}`, sortOrder: 10 + n }, select: { id: true } })).id))
})

let section = 0
/** A class of a grade in a section of its own: `5 A1`. */
async function aClass(grade: 4 | 5 | 6, students: number, { letter = `S${String.fromCharCode(65 + section++)}`, ...more }: { letter?: string; capacity?: string; homeroomTeacherId?: string } = {}) {
  const name = `${grade} ${letter}`
  const { id } = await classes.create(registrar, classInput.parse({ name, section: letter, academicYearId: years.now, campusId: school.north.id, gradeId: grades[grade - 4], homeroomTeacherId: '', room: 'R1', capacity: '', classType: 'homeroom', status: 'active', ...more }))
  const places: { id: string; studentId: string }[] = []
  for (let i = 0; i < students; i++) places.push(await enrolled(id, `${letter}${i}`))
  return { id, letter, places }
}
async function enrolled(classId: string, lastName: string) {
  const studentId = (await school.db.student.create({ data: { studentNumber: crypto.randomUUID().slice(0, 8), firstName: 'A', lastName, campusId: school.north.id }, select: { id: true } })).id
  return { studentId, id: (await enrolStudent(registrar, { studentId, classId, on: '2026-08-03', waits: false })).id }
}
const asked = (more: object = {}) => ({ yearId: years.next, students: true, teaching: true, higher: false, ...more })
const carry = (ids: readonly string[], more: object = {}, ctx = registrar) => startBulk(ctx, carryClass, ids, asked(more))
const undo = ({ id }: { id: string }) => undoBulk(registrar, bulkOf, { id })
const nextOf = (name: string) => registrar.db.class.findFirst({ where: { name, academicYearId: years.next }, select: { id: true, room: true, capacity: true, gradeId: true, homeroomTeacherId: true } })
const rosterOf = async (id: string) => (await listClassStudents(registrar, id, '2026-11-29')).here.map(({ studentId, from, until, status }) => ({ studentId, from, until, status }))
const lives = async (studentId: string) => (await listStudentClasses(registrar, studentId)).map(({ className, from, until, status }) => [className, from, until, status])

test('a class becomes one of the next grade with its students, its teacher and its subjects, and is taken back whole', async () => {
  const { id, letter, places } = await aClass(5, 2, { capacity: '20', homeroomTeacherId: school.people.teacher.staffId })
  const top = await aClass(6, 1)
  await classSubjects.create(registrar, classSubjectInput.parse({ classId: id, subjectId: school.subjectId, teacherId: school.people.teacher.staffId, lessonsPerWeek: '4', status: 'active' }))
  const plan = await planCarryOver(registrar.db, [top.id, id], asked())
  expect(plan.classes.map(({ name, gradeName, becomes, movers, left }) => [name, gradeName, becomes?.name ?? null, becomes?.gradeName ?? null, movers.length, left])).toEqual([[`5 ${letter}`, 'Grade 5', `6 ${letter}`, 'Grade 6', 2, null], [`6 ${top.letter}`, 'Grade 6', null, null, 1, null]])

  const done = await carry(plan.classes.map((one) => one.id))
  expect(done).toMatchObject({ state: 'done', done: 2, skipped: 0 })
  const made = (await nextOf(`6 ${letter}`))!
  expect(made).toMatchObject({ room: 'R1', capacity: 20, gradeId: grades[2], homeroomTeacherId: school.people.teacher.staffId })
  expect((await rosterOf(made.id)).map((one) => [one.studentId, one.from, one.until])).toEqual(places.map(({ studentId }) => [studentId, '2027-08-01', null]))
  expect(await listClassSubjects(registrar, made.id)).toMatchObject([{ lessonsPerWeek: 4, teacher: { id: school.people.teacher.staffId } }])
  expect(await lives(places[0]!.studentId)).toEqual([[`6 ${letter}`, '2027-08-01', null, 'active'], [`5 ${letter}`, '2026-08-03', '2027-07-31', 'promoted']])
  expect(await lives(top.places[0]!.studentId)).toEqual([[`6 ${top.letter}`, '2026-08-03', '2027-07-31', 'completed']])
  expect((await listHistory(registrar, 'classes', id))[0]).toMatchObject({ deed: 'carry-class', after: { academicYearId: years.next, classId: made.id } })
  expect((await planCarryOver(registrar.db, [id], asked())).classes[0]).toMatchObject({ left: 'carried' })
  expect(await carry([id, top.id])).toMatchObject({ done: 0, skipped: 2 })

  expect(await undo(done)).toMatchObject({ state: 'undone', done: 2, skipped: 0 })
  await expect(getClass(registrar, made.id)).rejects.toMatchObject({ code: 'not-found' })
  for (const place of [...places, ...top.places]) expect((await lives(place.studentId)).map(([, ...rest]) => rest)).toEqual([['2026-08-03', null, 'active']])
  expect(await carry([id])).toMatchObject({ done: 1 })
})

test('classes alone are carried without students, subjects and teachers, and a campus gets a higher grade when that is asked for', async () => {
  const { id, letter, places } = await aClass(5, 1, { homeroomTeacherId: school.people.teacher.staffId })
  await carry([id], { students: false, teaching: false })
  expect(await nextOf(`6 ${letter}`)).toMatchObject({ homeroomTeacherId: null })
  expect(await lives(places[0]!.studentId)).toHaveLength(1)
  await school.db.grade.create({ data: { name: 'Grade 7', code: '07', sortOrder: 17 } })
  const top = await aClass(6, 0)
  expect((await planCarryOver(registrar.db, [top.id], asked())).classes[0]?.becomes).toBe(null)
  expect((await planCarryOver(registrar.db, [top.id], asked({ higher: true }))).classes[0]?.becomes).toMatchObject({ name: `7 ${top.letter}` })
})

test('who repeats comes into the class of the same name that the grade below becomes, and back when all is taken back', async () => {
  const four = await aClass(4, 1)
  const five = await aClass(5, 2, { letter: four.letter })
  const alone = await aClass(5, 1)
  for (const { id } of [five.places[0]!, alone.places[0]!]) await registrar.db.classEnrollment.update({ where: { id }, data: { status: 'repeated' } })
  const plan = await planCarryOver(registrar.db, [five.id, alone.id, four.id], asked())
  expect(plan.classes.map(({ name, movers, repeaters, aside }) => [name, movers.length, repeaters.length, aside.map(({ why }) => why)])).toEqual([[`4 ${four.letter}`, 1, 0, []], [`5 ${five.letter}`, 1, 1, []], [`5 ${alone.letter}`, 0, 0, ['noClass']]])
  const done = await carryClasses(registrar, [five.id, alone.id, four.id], asked())
  expect(done).toMatchObject({ done: 3, skipped: 0 })
  expect((await rosterOf((await nextOf(`5 ${five.letter}`))!.id)).map(({ studentId }) => studentId).sort()).toEqual([four.places[0]!.studentId, five.places[0]!.studentId].sort())
  expect(await lives(five.places[0]!.studentId)).toEqual([[`5 ${five.letter}`, '2027-08-01', null, 'active'], [`5 ${five.letter}`, '2026-08-03', '2027-07-31', 'repeated']])
  expect(await undo(done)).toMatchObject({ done: 3, skipped: 0 })
  expect((await rosterOf(five.id)).map(({ until, status }) => [until, status])).toEqual([[null, 'repeated'], [null, 'active']])
})

test('what does not fit is left, and told: a taken name, too few places, a student who is elsewhere already or gone', async () => {
  const [taken, full, some] = [await aClass(5, 1), await aClass(5, 2), await aClass(5, 3)]
  await classes.create(registrar, classInput.parse({ name: `6 ${taken.letter}`, section: '', academicYearId: years.next, campusId: school.north.id, gradeId: grades[2], homeroomTeacherId: '', room: '', capacity: '', classType: 'homeroom', status: 'active' }))
  await registrar.db.class.update({ where: { id: full.id }, data: { capacity: 1 } })
  await enrolStudent(registrar, { studentId: some.places[0]!.studentId, classId: (await nextOf(`6 ${taken.letter}`))!.id, on: '2027-08-01', waits: false })
  await school.db.student.update({ where: { id: some.places[1]!.studentId }, data: { nextStatus: 'withdrawn', nextStatusOn: new Date('2027-06-01') } })
  const { classes: plans } = await planCarryOver(registrar.db, [taken.id, full.id, some.id], asked())
  expect(plans.map(({ left, aside, movers }) => [left, aside.map(({ why }) => why), movers.length])).toEqual([['taken', [], 0], ['full', [], 2], [null, ['placed', 'gone'], 1]])
  expect(await carry([taken.id, full.id, some.id])).toMatchObject({ done: 1, skipped: 2 })
  expect(await rosterOf((await nextOf(`6 ${some.letter}`))!.id)).toMatchObject([{ studentId: some.places[2]!.studentId }])
  expect((await rosterOf(some.id)).map(({ until }) => until)).toEqual([null, null, '2027-07-31'])
  expect((await planCarryOver(registrar.db, [some.id], asked({ yearId: years.now }))).classes[0]).toMatchObject({ left: 'notEarlier' })
})

test('done twice at once it is done once; who is moved meanwhile is in one of the two', async () => {
  const [from, to] = [await aClass(5, 3), await aClass(5, 0)]
  const twice = await Promise.all([carry([from.id]), carry([from.id])])
  expect(twice.map(({ done }) => done).sort()).toEqual([0, 1])
  expect(await rosterOf((await nextOf(`6 ${from.letter}`))!.id)).toHaveLength(3)

  const other = await aClass(5, 2)
  const [moved, carried] = await Promise.allSettled([moveStudent(registrar, { id: other.places[0]!.id, classId: to.id, on: '2026-12-01' }), carry([other.id])])
  const open = (await listStudentClasses(registrar, other.places[0]!.studentId)).filter(({ until }) => until === null)
  expect(open.map(({ className }) => className)).toEqual([moved.status === 'fulfilled' ? `5 ${to.letter}` : `6 ${other.letter}`])
  expect(carried).toMatchObject({ status: 'fulfilled' })
})

test('what something was hung on since stays, whole', async () => {
  const [taught, joined, left, edited] = [await aClass(5, 1), await aClass(5, 1), await aClass(5, 1), await aClass(5, 1)]
  const done = await carry([taught, joined, left, edited].map(({ id }) => id))
  const made = async ({ letter }: { letter: string }) => (await nextOf(`6 ${letter}`))!.id
  await school.db.attendanceSession.create({ data: { classId: await made(taught), campusId: school.north.id, sessionDate: new Date('2027-08-02'), sessionType: 'daily' } })
  await enrolled(await made(joined), 'New')
  await endEnrollment(registrar, { id: (await listClassStudents(registrar, await made(left))).here[0]!.id, on: '2027-08-20' })
  await registrar.db.class.update({ where: { id: await made(edited) }, data: { room: 'R9' } })
  expect(await undo(done)).toMatchObject({ state: 'undone', done: 0, skipped: 4 })
  for (const one of [taught, joined, left, edited]) expect(await rosterOf(one.id)).toMatchObject([{ until: '2027-07-31', status: 'promoted' }])
  expect(await rosterOf(await made(joined))).toHaveLength(2)
})

test('whoever may not, cannot: without the right, at another campus, of another organization', async () => {
  const { id, letter } = await aClass(5, 1)
  const director = await school.as('director')
  expect(await carry([id], {}, director)).toMatchObject({ done: 0, skipped: 1 })
  expect(await carry([id], {}, { ...registrar, can: (permission) => permission === 'CREATE_CLASSES' })).toMatchObject({ done: 0, skipped: 1 })
  const everything = { ...director, can: () => true }
  await registrar.db.class.update({ where: { id: school.otherClassId }, data: { academicYearId: years.now, gradeId: grades[1]! } })
  expect(await carry([school.otherClassId], { higher: true }, everything)).toMatchObject({ done: 0, skipped: 1 })
  const stranger = await (await aSchool()).as('admin')
  expect(await carry([id], {}, stranger)).toMatchObject({ done: 0, skipped: 1 })
  expect(await nextOf(`6 ${letter}`)).toBe(null)
  expect(await carry([id], {}, everything)).toMatchObject({ done: 1 })
})

test('years that come later are offered, and the turn is spoken of when the year ends: to carry, then to make the next one current', async () => {
  const other = await aSchool()
  const admin = await other.as('admin')
  expect(await listLaterYears(admin, undefined)).toEqual([])
  expect(await findYearTurn(admin, '2026-07-01')).toBe(null)
  await other.db.academicYear.update({ where: { id: other.yearId }, data: { startDate: new Date('2025-08-01'), endDate: new Date('2026-07-31') } })
  const next = await other.db.academicYear.create({ data: { name: 'Next', startDate: new Date('2026-08-01'), endDate: new Date('2027-07-31') }, select: { id: true } })
  expect(await listLaterYears(admin, undefined)).toEqual([{ value: next.id, label: 'Next' }])
  expect(await listLaterYears(admin, next.id)).toEqual([])
  expect(await findYearTurn(admin, '2026-06-01')).toEqual({ lastDay: '2026-07-31', isOver: false, deed: 'carry' })
  expect(await findYearTurn(admin, '2026-05-01')).toBe(null)
  await other.db.grade.create({ data: { name: 'Above', code: 'AB', sortOrder: 9 } })
  const asked = { yearId: next.id, students: true, teaching: true, higher: true }
  expect(await previewCarryOver(admin, [other.classId], asked)).toMatchObject({ yearName: 'Next', total: 1, fitting: 1, students: 5, lines: [{ left: null, students: 5, becomes: { gradeName: 'Above' } }] })
  await carryClasses(admin, [other.classId], asked)
  expect(await findYearTurn(admin, '2026-06-01')).toBe(null)
  expect(await findYearTurn(admin, '2026-08-01')).toEqual({ lastDay: '2026-07-31', isOver: true, deed: 'change' })
})
