import { text } from 'node:stream/consumers'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import * as statements from './roster-batch.sql.server'
import { aRoster, asUpload, edited } from './a-roster'
import { checked, everything, imported } from './an-import.server'
import { applyRoster } from './import-apply.server'
import { discardImport, receiveRoster, startApply } from './import-batch.server'
import { checkRoster } from './import-check.server'
import { openRejects, readDifference } from './import-reading.server'
import { getImport, moveImport } from './import-record.server'

let school: Awaited<ReturnType<typeof aSchool>>
let ctx: Ctx
beforeEach(async () => {
  school = await aSchool()
  ctx = await school.as('admin')
})

const without = (name: string, ...starts: string[]) => {
  const files = aRoster()
  return { ...files, [name]: String(files[name]).split('\r\n').filter((line) => !starts.some((start) => line.startsWith(`${start},`))).join('\r\n') }
}
const student = (sourcedId: string) => ctx.db.student.findFirstOrThrow({ where: { sourcedId } })

describe('an import', () => {
  test('shows everything before, and then does exactly that', async () => {
    const before = await everything(ctx)
    const batch = await checked(ctx, aRoster())
    expect(batch).toMatchObject({ state: 'checked', summary: { blocked: false, remarks: { error: 0 } } })
    expect(batch.summary.counts).toMatchObject({ campuses: { new: 2 }, academic_years: { new: 1 }, terms: { new: 2 }, staff: { new: 2 }, students: { new: 2 }, guardians: { new: 1 }, classes: { new: 2 }, class_subjects: { new: 1 }, class_enrollments: { new: 3 } })
    expect(await everything(ctx)).toEqual(before)
    await startApply(ctx, { id: batch.id, departuresMeant: false })
    await applyRoster(ctx, batch.id)
    expect((await getImport(ctx, batch.id)).state).toBe('applied')
    const sam = await ctx.db.student.findFirstOrThrow({ where: { sourcedId: 'p1' }, include: { campus: true, guardians: true, classEnrollments: { include: { class: true } } } })
    expect(sam).toMatchObject({ firstName: 'Sam', studentNumber: 'N1', gender: 'female', status: 'active', campus: { name: 'North' }, guardians: [{ fullName: 'Mia Student', relationship: 'mother', phone: '555-7' }] })
    expect(sam.dateOfBirth?.toISOString().slice(0, 10)).toBe('2011-03-04')
    expect(sam.classEnrollments.map((one) => one.class.name).sort()).toEqual(['9 A', 'Algebra I'])
    const lesson = await ctx.db.class.findFirstOrThrow({ where: { sourcedId: 'k' }, include: { grade: true, academicYear: true, classSubjects: { include: { subject: true, teacher: true } } } })
    expect(lesson).toMatchObject({ classType: 'scheduled', room: 'R2', section: 'ALG1-01', grade: { code: '09' }, academicYear: { name: '2025-2026' }, classSubjects: [{ subject: { name: 'Mathematics', code: 'MAT' }, teacher: { firstName: 'Tia' } }] })
    expect(await ctx.db.class.findFirstOrThrow({ where: { sourcedId: 'h' }, include: { homeroomTeacher: true } })).toMatchObject({ classType: 'homeroom', homeroomTeacher: { lastName: 'Teacher', staffType: 'teacher', userId: null } })
    const term = await ctx.db.term.findFirstOrThrow({ where: { sourcedId: 't1' } })
    expect(term.endDate.toISOString().slice(0, 10)).toBe('2026-01-14') // exclusive in the file, inclusive here
  })

  test('that nobody wants is thrown away with one line of history; one under way, another organization\'s or without permission is not', async () => {
    const before = await everything(ctx)
    const batch = await checked(ctx, aRoster())
    const stranger = await (await aSchool()).as('admin')
    await expect(discardImport(stranger, batch.id)).rejects.toThrow(Refusal)
    await expect(discardImport(await school.as('teacher'), batch.id)).rejects.toThrow(Refusal)
    await startApply(ctx, { id: batch.id, departuresMeant: false })
    await expect(discardImport(ctx, batch.id)).rejects.toThrow('imports.problems.changed')
    await moveImport(ctx, batch.id, ['applying'], { state: 'failed' })
    const both = await Promise.allSettled([discardImport(ctx, batch.id), discardImport(ctx, batch.id)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(getImport(ctx, batch.id)).rejects.toThrow(Refusal)
    expect(await everything(ctx)).toEqual(before)
    expect(await ctx.db.auditEvent.count({ where: { entityId: batch.id, deed: 'import-discard' } })).toBe(1)
  })

  test('of the same file twice changes nothing at all', async () => {
    await imported(ctx, aRoster())
    const before = await everything(ctx)
    const again = await imported(ctx, aRoster())
    expect(again.state).toBe('applied')
    expect(Object.values(again.summary.counts).flatMap((kinds) => Object.keys(kinds))).toSatisfy((kinds: string[]) => kinds.every((kind) => kind === 'same'))
    expect(await everything(ctx)).toEqual(before)
  })

  test('leaves another organization alone, even with the same ids in it', async () => {
    const other = await (await aSchool()).as('admin')
    await imported(other, aRoster())
    const before = await everything(other)
    await imported(ctx, edited(aRoster(), 'users.csv', ['Sam,Student', 'Samira,Student']))
    expect(await everything(other)).toEqual(before)
    expect((await student('p1')).firstName).toBe('Samira')
  })

  test('writes each change into the history, with its batch', async () => {
    const { id } = await imported(ctx, aRoster())
    await imported(ctx, edited(aRoster(), 'users.csv', ['sam@x.example', 'new@x.example']))
    const events = await ctx.db.auditEvent.findMany({ where: { entity: 'students', entityId: (await student('p1')).id }, orderBy: { at: 'asc' } })
    expect(events).toMatchObject([{ deed: 'import.create', actorId: ctx.user.id, after: { batch: id } }, { deed: 'import.update', before: { email: 'sam@x.example' }, after: { email: 'new@x.example' } }])
  })

  test('shows values before and after, ids by name', async () => {
    await imported(ctx, aRoster())
    const { id } = await checked(ctx, edited(aRoster(), 'users.csv', ['p2,,,true,n,', 'p2,,,true,s,']))
    const { rows } = await readDifference(ctx, id, { entity: 'students', kind: 'changed', page: 1 })
    expect(rows).toMatchObject([{ label: 'Sol Student', row: 5, before: { campusId: 'North' }, after: { campusId: 'South' } }])
  })
})

describe('what people do here by hand', () => {
  test('stays, until the file itself says something new', async () => {
    await imported(ctx, aRoster())
    await ctx.db.student.updateMany({ where: { sourcedId: 'p1' }, data: { firstName: 'Sammy', phone: '1' } })
    await imported(ctx, edited(aRoster(), 'users.csv', ['sam@x.example', 'new@x.example']))
    expect(await student('p1')).toMatchObject({ firstName: 'Sammy', email: 'new@x.example', phone: '1' })
    await imported(ctx, edited(aRoster(), 'users.csv', ['Sam,Student', 'Samuel,Student']))
    expect(await student('p1')).toMatchObject({ firstName: 'Samuel' })
  })
  test('is not erased by a blank cell, also when the value comes back', async () => {
    await imported(ctx, aRoster())
    await ctx.db.student.updateMany({ where: { sourcedId: 'p1' }, data: { email: 'hand@x.example' } })
    await imported(ctx, edited(aRoster(), 'users.csv', ['sam@x.example', '']))
    await imported(ctx, aRoster())
    expect(await student('p1')).toMatchObject({ email: 'hand@x.example' })
  })
  test('is recognised: a student entered by hand with the same number and name is taken over, not doubled', async () => {
    const mine = await ctx.db.student.create({ data: { studentNumber: 'N1', firstName: 'S.', lastName: 'student', campusId: school.north.id } })
    await imported(ctx, aRoster())
    expect(await student('p1')).toMatchObject({ id: mine.id, firstName: 'Sam' })
  })
  test('is protected: the number of somebody else refuses the row', async () => {
    await ctx.db.student.create({ data: { studentNumber: 'N1', firstName: 'Nora', lastName: 'Else', campusId: school.north.id } })
    const batch = await imported(ctx, aRoster())
    expect(batch.summary.byCode).toMatchObject({ 'user-number-twice': 1 })
    expect(await ctx.db.student.count({ where: { studentNumber: 'N1' } })).toBe(1)
  })
  test('is final: who was deleted here stays deleted, with a word', async () => {
    await imported(ctx, aRoster())
    await ctx.db.student.delete({ where: { id: (await student('p1')).id } })
    const batch = await imported(ctx, aRoster())
    expect(batch.summary.byCode['row-deleted-here']).toBeGreaterThan(0)
    expect(await ctx.db.student.count({ where: { sourcedId: 'p1' } })).toBe(0)
  })
})

describe('what the file no longer names', () => {
  test('ends, comes back, and people of a refused row are not gone', async () => {
    await imported(ctx, aRoster())
    const gone = await imported(ctx, { ...without('users.csv', 'p2'), 'enrollments.csv': without('enrollments.csv', 'e4')['enrollments.csv']! })
    expect(gone.summary.counts).toMatchObject({ students: { gone: 1, same: 1 }, class_enrollments: { gone: 1, same: 2 } })
    expect(await student('p2')).toMatchObject({ status: 'withdrawn' })
    expect(await ctx.db.classEnrollment.findFirst({ where: { sourcedId: 'e4' } })).toMatchObject({ status: 'withdrawn', endedOn: expect.any(Date) as Date })
    const still = await checked(ctx, { ...without('users.csv', 'p2'), 'enrollments.csv': without('enrollments.csv', 'e4')['enrollments.csv']! })
    expect(still.summary.counts.students).toEqual({ same: 1 })
    const back = await imported(ctx, aRoster())
    expect(back.summary.counts).toMatchObject({ students: { revived: 1, same: 1 } })
    expect(await student('p2')).toMatchObject({ status: 'active' })
    expect(await ctx.db.classEnrollment.findFirst({ where: { sourcedId: 'e4' } })).toMatchObject({ status: 'active', endedOn: null })
    const refused = await checked(ctx, edited(aRoster(), 'users.csv', ['Sol,Student', ',']))
    expect(refused.summary.counts.students).toEqual({ same: 1 })
  })
  test('is asked about when it is suspiciously much', async () => {
    const many = Array.from({ length: 20 }, (_, i) => `x${i},,,true,n,student,,,Xi${i},Many,,X${i},,,,,,,`)
    const full = { ...aRoster(), 'users.csv': `${String(aRoster()['users.csv'])}${many.join('\r\n')}\r\n` }
    await imported(ctx, full)
    const batch = await checked(ctx, aRoster())
    expect(batch.summary.departures).toEqual([{ entity: 'students', campus: 'North', count: 20, of: 22 }])
    await expect(startApply(ctx, { id: batch.id, departuresMeant: false })).rejects.toMatchObject({ code: 'invalid', message: 'imports.problems.departures' })
    await startApply(ctx, { id: batch.id, departuresMeant: true })
    await applyRoster(ctx, batch.id)
    expect(await ctx.db.student.count({ where: { status: 'withdrawn' } })).toBe(20)
  })
  test('means nothing in a delta set, except for what is marked to be deleted', async () => {
    await imported(ctx, aRoster())
    const head = (name: string) => String(aRoster()[name]).split('\r\n')[0]
    const delta = { 'manifest.csv': aRoster()['manifest.csv']!, 'users.csv': `${head('users.csv')}\r\np2,tobedeleted,2026-01-01,,,,,,,,,,,,,,,,\r\np1,active,2026-01-01,true,n,student,sam,,Samira,Student,,N1,,,,,,,\r\n` }
    const batch = await imported(ctx, delta)
    expect(batch.summary).toMatchObject({ counts: { students: { gone: 1, changed: 1 } }, departures: [] })
    expect(await student('p1')).toMatchObject({ firstName: 'Samira', email: 'sam@x.example' })
    expect(await student('p2')).toMatchObject({ status: 'withdrawn' })
    expect(await ctx.db.staff.count({ where: { status: 'ended' } })).toBe(0)
  })
})

describe('nothing is half applied', () => {
  test('when it breaks at the very end, everything is as it was, and it can be tried again', async () => {
    const before = await everything(ctx)
    const { id } = await checked(ctx, aRoster())
    await startApply(ctx, { id, departuresMeant: false })
    const crash = vi.spyOn(statements, 'endDeed').mockRejectedValueOnce(new Error('the power went out'))
    await applyRoster(ctx, id)
    crash.mockRestore()
    expect(await getImport(ctx, id)).toMatchObject({ state: 'failed', problem: expect.stringMatching(/^bug:/) as string })
    expect(await everything(ctx)).toEqual(before)
    await moveImport(ctx, id, ['failed'], { state: 'applying' }) // a worker that was killed leaves this state behind
    await applyRoster(ctx, id)
    await applyRoster(ctx, id)
    expect((await getImport(ctx, id)).state).toBe('applied')
    expect(await ctx.db.student.count({ where: { sourcedId: { not: null } } })).toBe(2)
  })
  test('when two are applied at once, the second waits and sees that things have changed', async () => {
    const [one, two] = [await checked(ctx, aRoster()), await checked(ctx, aRoster())]
    await startApply(ctx, { id: one.id, departuresMeant: false })
    await expect(startApply(ctx, { id: two.id, departuresMeant: false })).rejects.toMatchObject({ code: 'conflict', message: 'imports.problems.otherRunning' })
    await moveImport(ctx, two.id, ['checked'], { state: 'applying' })
    await Promise.all([applyRoster(ctx, one.id), applyRoster(ctx, two.id)])
    const ends = [await getImport(ctx, one.id), await getImport(ctx, two.id)]
    expect(ends.map(({ state }) => state).sort()).toEqual(['applied', 'checked'])
    expect(ends.find(({ state }) => state === 'checked')?.problem).toBe('imports.problems.changed')
    expect(await ctx.db.student.count({ where: { sourcedId: 'p1' } })).toBe(1)
  })
  test('when a set is blocked it cannot be applied; rejects say why, safely', async () => {
    const batch = await checked(ctx, edited(aRoster(), 'orgs.csv', ['sourcedId', 'identity']))
    expect(batch).toMatchObject({ state: 'checked', summary: { blocked: true } })
    await expect(startApply(ctx, { id: batch.id, departuresMeant: true })).rejects.toMatchObject({ message: 'imports.problems.blocked' })
    const evil = await checked(ctx, edited(aRoster(), 'users.csv', ['p1,,,true,n,student', 'p1,,,true,n,=HYPERLINK(1)']))
    const csv = await text((await openRejects(ctx, evil.id)).content)
    expect(csv).toContain(`'=HYPERLINK(1)`)
    expect(csv).toMatch(/^weight,file,row/)
    expect(csv).toContain('users.csv,4,role')
  })
})

describe('permission', () => {
  test('to run is asked for at every door', async () => {
    for (const who of ['teacher', 'director', 'finance'] as const) {
      const stranger = await school.as(who)
      await expect(receiveRoster(stranger, asUpload(aRoster()))).rejects.toMatchObject({ code: 'forbidden' })
      await expect(startApply(stranger, { id: crypto.randomUUID(), departuresMeant: true })).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect((await receiveRoster(await school.as('registrar'), asUpload(aRoster()))).id).toBeTruthy()
  })
  test('of another organization finds nothing', async () => {
    const { id } = await checked(ctx, aRoster())
    const other = await (await aSchool()).as('admin')
    await expect(getImport(other, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(startApply(other, { id, departuresMeant: true })).rejects.toMatchObject({ code: 'not-found' })
    await expect(checkRoster(other, id)).rejects.toMatchObject({ code: 'not-found' })
  })
  test('what is no zip is not even kept', async () => {
    await expect(receiveRoster(ctx, asUpload({}))).rejects.toMatchObject({ code: 'invalid' })
    expect(await ctx.db.importBatch.count()).toBe(0)
  })
})
