import { beforeAll, expect, test } from 'vitest'
import { setClock } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { parseList } from '@/lib/platform/list'
import { aSchool } from '@/prisma/seed/a-school'
import { criterionKeys } from './content-type'
import { findVisitable } from './visit-place.server'
import { draftInput, visitInput, walkthroughList, type VisitInput } from './walkthrough'
import { getWalkthroughOverview } from './walkthrough-overview.server'
import { getWalkthrough, listUnreadVisits, listWalkthroughs } from './walkthrough-reading.server'
import { answerVisit, discardDraft, listDrafts, markVisitRead, openVisit, saveDraft, submitVisit } from './walkthrough.server'

const monday = '2026-03-02T09:00:00Z'
let school: Awaited<ReturnType<typeof aSchool>>
let director: Ctx
let teacher: Ctx
beforeAll(async () => {
  setClock(monday)
  school = await aSchool()
  ;[director, teacher] = [await school.as('director'), await school.as('teacher')]
})

const ratings = Object.fromEntries(criterionKeys.map((key, n) => [key, (n % 5) + 1]))
const visitTo = (teacherId = school.people.teacher.staffId, more: object = {}): VisitInput =>
  visitInput.parse({ id: crypto.randomUUID(), teacherId, periodId: null, startedAt: monday, content: { ratings, comments: { attitude: 'Warm' }, notes: 'Thank you' }, ...more })
const seenBy = async (ctx: Ctx, asked: Record<string, string> = {}) => (await listWalkthroughs(ctx, parseList(walkthroughList, asked))).rows.map(({ id }) => id)

test('a visit is begun, kept, shared, read and answered', async () => {
  const visit = visitTo()
  await saveDraft(director, { ...visit, revision: 1, content: { ratings: { attitude: 4 }, comments: {}, notes: '' } })
  expect((await openVisit(director, { teacherId: visit.teacherId, periodId: null, draftId: null })).draft).toMatchObject({ id: visit.id, content: { ratings: { attitude: 4 } } })
  expect(draftInput.safeParse((await openVisit(director, { teacherId: visit.teacherId, periodId: null, draftId: visit.id })).draft).success).toBe(true)
  expect(await seenBy(teacher)).not.toContain(visit.id)
  await submitVisit(director, visit)
  expect(await listDrafts(director)).toEqual([])
  expect(await seenBy(teacher)).toContain(visit.id)
  expect((await listUnreadVisits(teacher)).map(({ id }) => id)).toContain(visit.id)
  expect(await seenBy(director, { week: '2026-03-05', state: 'unread' })).toContain(visit.id)
  for (const [name, value] of [['week', '2026-03-09'], ['week', '2026-02-23'], ['state', 'read'], ['state', 'answered']] as const) expect(await seenBy(director, { [name]: value }), value).not.toContain(visit.id)
  await markVisitRead(teacher, visit.id)
  expect(await seenBy(director, { state: 'read' })).toContain(visit.id)
  await answerVisit(teacher, { id: visit.id, reply: 'I will try it' })
  expect(await getWalkthrough(director, visit.id)).toMatchObject({ ratings, comments: { attitude: 'Warm' }, notes: 'Thank you', reply: 'I will try it', isOwn: false, date: '2026-03-02', time: '09:00' })
  expect((await getWalkthrough(director, visit.id)).readAt).not.toBeNull()
})

test('the same visit sent many times at once is one, and a draft that comes after it is none', async () => {
  const visit = visitTo()
  await Promise.all(Array.from({ length: 8 }, () => submitVisit(director, visit)))
  await submitVisit(director, visit)
  expect(await director.db.walkthroughCheckin.count({ where: { id: visit.id } })).toBe(1)
  expect(await director.db.auditEvent.count({ where: { entityId: visit.id, deed: 'share-visit' } })).toBe(1)
  await saveDraft(director, { ...visit, revision: 9 })
  expect(await listDrafts(director, { id: visit.id })).toEqual([])
})

test('the later revision of a draft stands, whichever arrives last', async () => {
  const visit = visitTo()
  const at = (revision: number, attitude: number) => draftInput.parse({ ...visit, revision, content: { ratings: { attitude }, comments: {}, notes: '' } })
  await Promise.all([saveDraft(director, at(1, 1)), saveDraft(director, at(2, 2))])
  await saveDraft(director, at(7, 5))
  await saveDraft(director, at(3, 3))
  expect((await listDrafts(director, { id: visit.id }))[0]).toMatchObject({ revision: 7, content: { ratings: { attitude: 5 } } })
  expect(await listDrafts(await school.as('admin'), { id: visit.id })).toEqual([])
  await discardDraft(director, { id: visit.id })
  await saveDraft(director, at(8, 4))
  expect(await listDrafts(director, { id: visit.id })).toEqual([])
})

test('a teacher sees no other teacher’s visits, nobody another campus’s or organization’s, and nobody answers for another', async () => {
  const { db } = school
  const user = await db.staff.create({ data: { firstName: 'South', lastName: 'Teacher', campusId: school.south.id, staffType: 'teacher', employeeNumber: 'S-1' }, select: { id: true } })
  const admin = await school.as('admin')
  const [ofAssistant, ofSouth] = [visitTo(school.people.assistant.staffId), visitTo(user.id)]
  await submitVisit(admin, ofAssistant)
  await submitVisit(admin, ofSouth)
  const stranger = await (await aSchool()).as('admin')
  for (const [ctx, id] of [[teacher, ofAssistant.id], [teacher, ofSouth.id], [director, ofSouth.id], [stranger, ofAssistant.id]] as const) {
    expect(await seenBy(ctx)).not.toContain(id)
    await expect(getWalkthrough(ctx, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(answerVisit(ctx, { id, reply: 'x' })).rejects.toMatchObject({ code: 'not-found' })
  }
  await expect(answerVisit(director, { id: ofAssistant.id, reply: 'x' })).rejects.toMatchObject({ code: 'not-found' })
  await expect(submitVisit(director, visitTo(user.id))).rejects.toMatchObject({ code: 'not-found' })
  await expect(submitVisit(stranger, { ...visitTo(), id: ofAssistant.id })).rejects.toMatchObject({ code: 'not-found' })
})

test('nobody visits themselves, nor in the future, nor long ago', async () => {
  await expect(submitVisit(director, visitTo(school.people.director.staffId))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(submitVisit(director, visitTo(undefined, { startedAt: '2026-03-03T09:00:00Z' }))).rejects.toMatchObject({ code: 'invalid' })
  await expect(submitVisit(director, visitTo(undefined, { startedAt: '2026-01-03T09:00:00Z' }))).rejects.toMatchObject({ code: 'invalid' })
})

test.each([['a rating of six', { ratings: { ...ratings, vibes: 6 } }], ['a rating that is missing', { ratings: { attitude: 3 } }], ['notes without end', { ratings, notes: 'x'.repeat(5001) }], ['a column of its own', { ratings, score: 5 }]])('%s is no visit', (_, content) => {
  expect(visitInput.safeParse({ ...visitTo(), content }).success).toBe(false)
})

test('who teaches now comes from the timetable, whoever waited longest first; few visits make no average', async () => {
  const { db } = school
  const table = await db.timetable.create({ data: { name: 'T', campusId: school.north.id, academicYearId: school.yearId, effectiveFrom: new Date('2020-01-01'), status: 'published' }, select: { id: true } })
  await db.timetablePeriod.create({ data: { timetableId: table.id, classSubjectId: school.classSubjectId, dayOfWeek: 'monday', startsAt: new Date('1970-01-01T08:30:00Z'), endsAt: new Date('1970-01-01T09:20:00Z'), name: 'One', teacherId: school.people.teacher.staffId, classId: school.classId, campusId: school.north.id }, select: { id: true } })
  const found = await findVisitable(director, '')
  expect(found.teaching).toMatchObject([{ teacherId: school.people.teacher.staffId, subject: `Math ${school.mark}`, startsAt: '08:30' }])
  expect(found.others.map(({ teacherId }) => teacherId)).toEqual([school.people.assistant.staffId])
  expect((await findVisitable(director, 'nobody of that name')).teaching).toEqual([])
  const overview = await getWalkthroughOverview(director)
  const row = overview.teachers.find(({ teacherId }) => teacherId === school.people.teacher.staffId)
  expect(row).toMatchObject({ total: 2, average: null })
  await submitVisit(director, visitTo())
  expect((await getWalkthroughOverview(director)).teachers.find(({ teacherId }) => teacherId === school.people.teacher.staffId)?.average).toBeCloseTo(18 / 7)
})
