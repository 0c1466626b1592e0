import { beforeEach, describe, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { daysAfter, toDate } from '@/lib/platform/time'
import { aRoster, edited } from './a-roster'
import { checked, imported } from './an-import.server'

let ctx: Ctx
const today = todayIn('UTC')
beforeEach(async () => {
  ctx = await (await aSchool()).as('admin')
})

const sessions = (...rows: string[]) => ['sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear', ...rows].join('\r\n')
const classOf = (sourcedId: string) => ctx.db.class.findFirstOrThrow({ where: { sourcedId }, include: { homeroomTeacher: true, academicYear: true } })

describe('teachers', () => {
  const two = (first: string, second: string) => edited(edited(aRoster(), 'users.csv', ['u2,,,', 'u3,,,true,n,teacher,,,Uma,Third,,E3,,,,,,,\r\nu2,,,']), 'enrollments.csv', ['e1,,,h,n,u1,teacher,true,,', `e9,,,h,n,u3,teacher,true,${second}\r\ne1,,,h,n,u1,teacher,true,${first}`])
  const [soon, ago] = [daysAfter(today, 60), daysAfter(today, -60)]
  test('who begin later are not the teacher today, though they come first in the file', async () => {
    const batch = await imported(ctx, two(`2025-08-15,${soon}`, `${soon},`))
    expect(batch.summary.byCode).toMatchObject({ 'enrollment-teacher-later': 1 })
    expect(batch.summary.byCode['enrollment-co-teacher']).toBeUndefined()
    expect((await classOf('h')).homeroomTeacher?.firstName).toBe('Tia')
    const known = await ctx.db.classTeacher.findMany({ where: { class: { sourcedId: 'h' } }, include: { staff: true }, orderBy: { startsOn: 'asc' } })
    expect(known.map(({ staff, startsOn, endsOn }) => [staff.firstName, startsOn, endsOn])).toEqual([['Tia', toDate('2025-08-15'), toDate(daysAfter(soon, -1))], ['Uma', toDate(soon), null]])
  })
  test('who taught before are known with their days', async () => {
    await imported(ctx, two(`2025-08-15,${ago}`, `${ago},`))
    expect((await classOf('h')).homeroomTeacher?.firstName).toBe('Uma')
    expect(await ctx.db.classTeacher.findFirst({ where: { sourcedId: 'e1' } })).toMatchObject({ endsOn: toDate(daysAfter(ago, -1)) })
  })
})

test('a class follows its terms', async () => {
  await imported(ctx, edited(aRoster(), 'classes.csv', ['n,"t1,t2",,,\r\nk', 'n,t1,,,\r\nk']))
  expect(await classOf('h')).toMatchObject({ startsOn: toDate('2025-08-15'), endsOn: toDate('2026-01-14') })
  expect(await classOf('k')).toMatchObject({ startsOn: toDate('2025-08-15'), endsOn: toDate('2099-06-30') })
  await imported(ctx, edited(edited(aRoster(), 'classes.csv', ['n,"t1,t2",,,\r\nk', 'n,t1,,,\r\nk']), 'academicSessions.csv', ['t1,,,Autumn,term,2025-08-15,2026-01-15', 't1,,,Autumn,term,2025-08-15,2026-02-01']))
  expect(await classOf('h')).toMatchObject({ endsOn: toDate('2026-01-31') })
})

describe('years of two schools', () => {
  const classes = ['sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods', 'h,,,9 A,09,,9A,homeroom,R1,n,y1,,,', 'k,,,7 A,07,,7A,homeroom,R2,s,q2,,,'].join('\r\n')
  test('of one title and different dates are two, each with its own terms', async () => {
    const files = aRoster({ 'classes.csv': classes, 'academicSessions.csv': sessions('y1,,,2025-2026,schoolYear,2025-08-15,2026-06-15,,2026', 'y2,,,2025-2026,schoolYear,2025-09-01,2026-07-01,,2026', 'q2,,,Quarter 1,gradingPeriod,2025-09-01,2025-11-15,q2,2026') })
    await imported(ctx, files)
    expect(await classOf('h')).toMatchObject({ academicYear: { name: '2025-2026', endDate: toDate('2026-06-14') } })
    expect(await classOf('k')).toMatchObject({ startsOn: toDate('2025-09-01'), endsOn: toDate('2025-11-14'), academicYear: { name: '2025-2026 (South)', endDate: toDate('2026-06-30') } })
    const again = await checked(ctx, files)
    expect(again.summary.counts).toMatchObject({ academic_years: { same: 2 }, classes: { same: 2 } })
  })
  test('of one title and the same dates are one', async () => {
    const batch = await imported(ctx, aRoster({ 'classes.csv': classes.replace('q2', 'y2'), 'academicSessions.csv': sessions('y1,,,2025-2026,schoolYear,2025-08-15,2026-06-15,,2026', 'y2,,,2025-2026,schoolYear,2025-08-15,2026-06-15,,2026') }))
    expect(batch.summary).toMatchObject({ counts: { academic_years: { new: 1 } }, byCode: { 'session-year-merged': 1 } })
    expect((await classOf('k')).academicYearId).toBe((await classOf('h')).academicYearId)
  })
})
