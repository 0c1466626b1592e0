import { beforeEach, describe, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { daysAfter, fromDate, toDate } from '@/lib/platform/time'
import { aDelta, aRoster, edited, type RosterFiles } from './a-roster'
import { everything, imported, undone } from './an-import.server'

let ctx: Ctx
const today = todayIn('UTC')
beforeEach(async () => {
  ctx = await (await aSchool()).as('admin')
  await imported(ctx, aRoster())
})

const gone = { departuresMeant: true }
const withoutLine = (files: RosterFiles, name: string, ...starts: string[]): RosterFiles => ({ ...files, [name]: String(files[name]).split('\r\n').filter((line) => !starts.some((start) => line.startsWith(`${start},`))).join('\r\n') })
const seat = (sourcedId: string) => ctx.db.classEnrollment.findFirstOrThrow({ where: { sourcedId } })
const student = (sourcedId: string) => ctx.db.student.findFirstOrThrow({ where: { sourcedId } })
/** Who is on the list of the homeroom today. */
const listed = async (date = today) => {
  const seats = await ctx.db.classEnrollment.findMany({ where: { class: { sourcedId: 'h' }, enrolledOn: { lte: toDate(date) }, OR: [{ endedOn: null }, { endedOn: { gte: toDate(date) } }], status: { notIn: ['no_show', 'cancelled'] } }, include: { student: true } })
  return seats.map((one) => one.student.sourcedId).sort()
}

describe('a student who leaves', () => {
  test('by missing from users.csv takes the seats along, although their lines are still there', async () => {
    const before = await everything(ctx)
    const batch = await imported(ctx, withoutLine(aRoster(), 'users.csv', 'p2'), gone)
    expect(batch.summary).toMatchObject({ counts: { students: { gone: 1 }, class_enrollments: { gone: 1 } }, byCode: { 'enrollment-of-leaver': 1 } })
    expect(await student('p2')).toMatchObject({ status: 'withdrawn' })
    expect(await seat('e4')).toMatchObject({ status: 'withdrawn', endedOn: toDate(daysAfter(today, -1)) })
    expect([await listed(), await listed(daysAfter(today, -1))]).toEqual([['p1'], ['p1', 'p2']])
    expect((await imported(ctx, withoutLine(aRoster(), 'users.csv', 'p2'), gone)).summary.counts.class_enrollments).toEqual({ same: 2 })
    expect((await imported(ctx, aRoster())).summary.counts).toMatchObject({ students: { revived: 1 }, class_enrollments: { revived: 1 } })
    expect(await listed()).toEqual(['p1', 'p2'])
    await imported(ctx, withoutLine(aRoster(), 'users.csv', 'p2'), gone).then(({ id }) => undone(ctx, id))
    expect(await listed()).toEqual(['p1', 'p2'])
    expect((await everything(ctx)).students).toHaveLength(before.students.length)
  })
  test('by a delta of one line, and what that line means is shown before and undone after', async () => {
    const before = await everything(ctx)
    const { id, summary } = await imported(ctx, aDelta({ 'users.csv': ['p2,tobedeleted,2026-11-20T00:00:00Z,false,n,student,sol,,Sol,Student,,N2,,,,,09,,'] }))
    expect(summary).toMatchObject({ counts: { students: { gone: 1 }, class_enrollments: { gone: 1 } }, departures: [] })
    expect(await listed()).toEqual(['p1'])
    await undone(ctx, id)
    expect(await everything(ctx)).toEqual(before)
  })
  test('whom an earlier import had left with an open seat', async () => {
    await ctx.db.student.updateMany({ where: { sourcedId: 'p2' }, data: { status: 'withdrawn', importHash: `!${(await student('p2')).importHash!}` } })
    await imported(ctx, withoutLine(aRoster(), 'users.csv', 'p2'), gone)
    expect(await listed()).toEqual(['p1'])
  })
})

describe('a seat', () => {
  const dated = (begin: string, end: string) => edited(aRoster(), 'enrollments.csv', ['e4,,,h,n,p2,student,,2025-08-15,', `e4,,,h,n,p2,student,,${begin},${end}`])
  test('that ends on the day it begins was never taken', async () => {
    const batch = await imported(ctx, dated('2025-08-15', '2025-08-15'))
    expect(batch.summary).toMatchObject({ remarks: { error: 0 }, byCode: { 'enrollment-no-show': 1 } })
    expect(await seat('e4')).toMatchObject({ status: 'no_show' })
    expect([await listed(), await listed('2025-08-15')]).toEqual([['p1'], ['p1']])
  })
  test('whose dates cannot be is left out and ends all the same', async () => {
    const batch = await imported(ctx, dated('2025-09-15', '2025-09-10'))
    expect(batch.summary.byCode).toMatchObject({ 'enrollment-dates': 1 })
    expect(await seat('e4')).toMatchObject({ status: 'withdrawn', endedOn: toDate('2025-09-09') })
  })
})

describe('who teaches and leaves', () => {
  test('leaves the class and the lesson without a teacher, and comes back to both', async () => {
    const teachers = async () => [(await ctx.db.class.findFirstOrThrow({ where: { sourcedId: 'h' } })).homeroomTeacherId, (await ctx.db.classSubject.findFirstOrThrow({ where: { sourcedId: 'k>mat' } })).teacherId]
    const [tia] = await teachers()
    await imported(ctx, aDelta({ 'users.csv': ['u1,tobedeleted,2026-11-20T00:00:00Z,,,,,,,,,,,,,,,,'] }))
    expect(await ctx.db.staff.findFirst({ where: { sourcedId: 'u1' } })).toMatchObject({ status: 'ended' })
    expect(await teachers()).toEqual([null, null])
    expect(await ctx.db.classTeacher.findFirst({ where: { sourcedId: 'e1' } })).toMatchObject({ endsOn: toDate(daysAfter(today, -1)) })
    await imported(ctx, aRoster())
    expect(await teachers()).toEqual([tia, tia])
  })
})

test('a class that goes takes its seats and lessons along', async () => {
  await imported(ctx, aDelta({ 'classes.csv': ['k,tobedeleted,2026-11-20T00:00:00Z,,,,,,,,,,,'] }))
  expect(await seat('e5')).toMatchObject({ status: 'withdrawn', endedOn: toDate(daysAfter(today, -1)) })
  expect(await ctx.db.classSubject.findFirst({ where: { sourcedId: 'k>mat' } })).toMatchObject({ status: 'cancelled' })
  expect(await seat('e3')).toMatchObject({ status: 'active' })
})

describe('a role of 1.2', () => {
  const users = 'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,identifier,email,agentSourcedIds,grades,primaryOrgSourcedId'
  const roles = (...rows: string[]) => ({
    ...aRoster({ 'demographics.csv': null, 'manifest.csv': null }),
    'users.csv': [users, 'u1,,,true,a,,Tia,Teacher,E1,,,,n', 'p1,,,true,b,,Sam,Student,N1,,,09,n', 'p2,,,true,c,,Sol,Student,N2,,,09,n'].join('\r\n'),
    'roles.csv': ['sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId', 'r1,,,u1,primary,teacher,,,n', 'r2,,,p1,primary,student,,,n', ...rows].join('\r\n'),
  })
  test('that is over ends the person from its day', async () => {
    const end = daysAfter(today, -30)
    const batch = await imported(ctx, roles(`r3,,,p2,primary,student,2025-08-01,${end},n`), gone)
    expect(batch.summary.byCode).toMatchObject({ 'user-role-over': 1 })
    expect(await student('p2')).toMatchObject({ status: 'withdrawn' })
    expect(fromDate((await seat('e4')).endedOn!)).toBe(daysAfter(end, -1))
  })
  test('that ends later leaves the person here until that day', async () => {
    const end = daysAfter(today, 30)
    await imported(ctx, roles(`r3,,,p2,primary,student,2025-08-01,${end},n`), gone)
    expect(await student('p2')).toMatchObject({ status: 'active' })
    expect(await listed()).toEqual(['p1', 'p2'])
  })
  test('that begins later is expected, and on no register before', async () => {
    const begin = daysAfter(today, 30)
    await imported(ctx, roles(`r3,,,p2,primary,student,${begin},,n`), gone)
    expect(await student('p2')).toMatchObject({ status: 'expected', enrollmentDate: toDate(begin) })
    expect([await listed(), await listed(begin)]).toEqual([['p1'], ['p1', 'p2']])
  })
  test('of which one is over and another is not leaves the person where the other is', async () => {
    await imported(ctx, roles('r3,,,p2,primary,student,2025-08-01,2026-01-01,n', 'r4,,,p2,primary,student,2025-09-01,,s'), gone)
    expect(await student('p2')).toMatchObject({ status: 'active' })
  })
})
