import { beforeEach, describe, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import type { Ctx } from '@/lib/platform/context'
import { aRoster, edited } from './a-roster'
import { answered, checked, imported, undone } from './an-import.server'

let ctx: Ctx
beforeEach(async () => {
  ctx = await (await aSchool()).as('admin')
})
const student = (sourcedId: string) => ctx.db.student.findFirst({ where: { sourcedId }, include: { classEnrollments: true } })

describe('an id', () => {
  test('that a spreadsheet shortened is nobody, and makes nobody leave', async () => {
    await imported(ctx, aRoster())
    const files = edited(edited(edited(aRoster(), 'users.csv', ['p1,,,', '1.23457E+16,,,'], ['p2,,,', '1.23457E+16,,,']), 'enrollments.csv', ['n,p1', 'n,1.23457E+16']), 'demographics.csv', ['p1', '1.23457E+16'])
    const batch = await imported(ctx, files, { departuresMeant: true })
    expect(batch.summary.byCode).toMatchObject({ 'id-shortened': 3, 'reference-shortened': 1 })
    expect(batch.summary.counts.students).toBeUndefined()
    expect(await student('p2')).toMatchObject({ status: 'active' })
    expect(await ctx.db.student.count({ where: { sourcedId: { contains: 'E+' } } })).toBe(0)
  })
  test('that is written in capitals here and in small letters there is one, unless both are somebody', async () => {
    const batch = await imported(ctx, edited(aRoster(), 'users.csv', ['p1,,,true,n', 'P1,,,true,N'], ['u1,,,', 'U1,,,']))
    expect(batch.summary).toMatchObject({ remarks: { error: 0 }, byCode: { 'reference-case': 7 }, counts: { students: { new: 2 }, class_enrollments: { new: 3 }, guardian_links: { new: 1 } } })
    expect(await student('P1')).toMatchObject({ dateOfBirth: new Date('2011-03-04'), classEnrollments: [{ status: 'active' }, { status: 'active' }] })
    expect(await ctx.db.class.count({ where: { sourcedId: { in: ['h', 'k'] }, OR: [{ homeroomTeacher: { sourcedId: 'U1' } }, { classSubjects: { some: { teacher: { sourcedId: 'U1' } } } }] } })).toBe(2)
    const both = await checked(ctx, edited(aRoster(), 'users.csv', ['p2,,,true,n,student,sol,,Sol,Student,,N2', 'P1,,,true,n,student,sol,,Sol,Student,,N2']))
    expect(both.summary.byCode['reference-case']).toBeUndefined()
    const mixed = await checked(ctx, edited(edited(aRoster(), 'users.csv', ['p1,,,true,n', 'aB1,,,true,n']), 'enrollments.csv', ['n,p1', 'n,Ab1']))
    expect(mixed.summary.byCode).toMatchObject({ 'reference-missing': expect.any(Number) })
    expect(mixed.summary.byCode['reference-case']).toBeUndefined()
  })
  test('that two people have is neither, and what names it resolves to nobody', async () => {
    const batch = await imported(ctx, edited(aRoster(), 'users.csv', ['p2,,,', 'p1,,,']))
    expect(batch.summary.byCode).toMatchObject({ 'row-ambiguous-id': 2 })
    expect(batch.summary.byCode['reference-missing']).toBeGreaterThan(1)
    expect(await student('p1')).toBeNull()
    const here = await (await aSchool()).as('admin')
    await imported(here, aRoster())
    await imported(here, edited(edited(aRoster(), 'users.csv', ['p2,,,', 'p1,,,']), 'enrollments.csv', ['e4,,,h,n,p2', 'e4,,,k,n,p1']), { departuresMeant: true })
    expect(await here.db.classEnrollment.count({ where: { student: { sourcedId: 'p1' }, class: { sourcedId: 'k' }, sourcedId: 'e4' } })).toBe(0)
  })
  test('that lines of different seats share ends nobody\'s and gives each their own', async () => {
    await imported(ctx, aRoster())
    const files = edited(aRoster(), 'enrollments.csv', ['e4,,,h', 'e3,,,h'])
    const batch = await imported(ctx, files)
    expect(batch.summary).toMatchObject({ remarks: { error: 0 }, byCode: { 'enrollment-id-shared': 2 } })
    expect(await student('p2')).toMatchObject({ classEnrollments: [{ status: 'active', endedOn: null }] })
    expect((await checked(ctx, files)).summary.counts.class_enrollments).toEqual({ same: 3 })
    await imported(ctx, aRoster())
    expect(await ctx.db.classEnrollment.count({ where: { sourcedId: { not: null }, endedOn: null } })).toBe(3)
  })
  test('that one person has in two equal lines is that person', async () => {
    const batch = await imported(ctx, edited(aRoster(), 'users.csv', ['p2,,,true,n,student,sol', 'p2,,,true,s,student,sol,,Sol,Student,,N2,,,,,09,,\r\np2,,,true,n,student,sol']))
    expect(batch.summary).toMatchObject({ byCode: { 'row-duplicate-id': 1 }, counts: { students: { new: 2 } } })
  })
})

describe('an id that went to a newcomer', () => {
  const newcomer = () => edited(aRoster(), 'users.csv', ['p1,,,true,n,student,sam,,Sam,Student,,N1,sam@x.example,,,g1', 'p1,,,true,n,student,olga,,Olga,Otherwise,,N77,olga@x.example,,,'], ['g1,,,true,n,parent,mia,,Mia,Student,,,mia@x.example,555-7,,p1', 'g1,,,true,n,parent,mia,,Mia,Student,,,mia@x.example,555-7,,'])
  const lone = () => edited(newcomer(), 'demographics.csv', ['p1,,,2011-03-04,female\r\n', ''])
  test('stops and asks; the former keeps everything meanwhile', async () => {
    await imported(ctx, aRoster())
    const batch = await imported(ctx, lone(), { departuresMeant: true })
    expect(batch.summary.byCode).toMatchObject({ 'person-replaced': 1 })
    expect(await ctx.db.importDiagnostic.findFirst({ where: { code: 'person-replaced' } })).toMatchObject({ row: 4, params: { former: 'Sam Student' } })
    expect(await student('p1')).toMatchObject({ firstName: 'Sam', status: 'active' })
  })
  test('is another person when somebody says so: absences and seats stay with the former, who leaves', async () => {
    await imported(ctx, aRoster())
    const sam = (await student('p1'))!
    const { id } = await checked(ctx, lone())
    const batch = await answered(ctx, id, { replaced: 'other' })
    expect(batch.summary.counts).toMatchObject({ students: { new: 1, gone: 1 } })
    const olga = (await student('p1'))!
    expect(olga).toMatchObject({ firstName: 'Olga', studentNumber: 'N77' })
    expect(olga.id).not.toBe(sam.id)
    expect(olga.classEnrollments).toHaveLength(2)
    const former = await ctx.db.student.findFirstOrThrow({ where: { id: sam.id }, include: { classEnrollments: true } })
    expect(former).toMatchObject({ firstName: 'Sam', status: 'withdrawn' })
    expect(former.classEnrollments.map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn'])
    expect((await checked(ctx, lone())).summary.counts.students).toEqual({ same: 2 })
    await undone(ctx, batch.id)
    expect(await student('p1')).toMatchObject({ id: sam.id, firstName: 'Sam', status: 'active' })
  })
  test('is the same person when somebody says so, or when something else is the same', async () => {
    await imported(ctx, aRoster())
    const sam = (await student('p1'))!
    const asked = await checked(ctx, lone())
    await answered(ctx, asked.id, { replaced: 'same' })
    expect(await student('p1')).toMatchObject({ id: sam.id, firstName: 'Olga' })
    const married = edited(aRoster(), 'users.csv', ['Sol,Student,,N2', 'Maria,Rossi,,N2'])
    expect((await checked(ctx, married)).summary.byCode['person-replaced']).toBeUndefined()
  })
})

test('a number that somebody else has is left out with a word; nothing else is lost', async () => {
  const files = edited(aRoster(), 'users.csv', ['p2,,,true,n,student,sol,,Sol,Student,,N2', 'p2,,,true,s,student,sol,,Sol,Student,,N1'], ['Tia,Teacher,,E1', 'Tia,Teacher,,N/A'], ['Ada,Aide,,E2', 'Ada,Aide,,N/A'])
  const batch = await imported(ctx, files)
  expect(batch.summary).toMatchObject({ remarks: { error: 0 }, byCode: { 'user-number-twice': 1 }, counts: { students: { new: 2 }, staff: { new: 2 } } })
  expect(await student('p2')).toMatchObject({ studentNumber: 'p2', classEnrollments: [{ status: 'active' }] })
  expect((await checked(ctx, files)).summary.counts.students).toEqual({ same: 2 })
  await imported(ctx, edited(files, 'users.csv', ['Sol,Student,,N1', 'Sol,Student,,N5']))
  expect(await student('p2')).toMatchObject({ studentNumber: 'N5' })
})

describe('a bulk set', () => {
  const other = () => {
    const swap = (text: string) => text.replace(/\b([pugehkcyt]\d?|n|d)\b(?=[",]|\r)/g, 'z$1').replace('North', 'West').replace(/,(N1|N2|E1|E2|D1)\b/g, ',Z$1').replace('s,,,South,school,S1,d\r\n', '').replaceAll('Student', 'Stranger').replaceAll('Teacher', 'Trainer').replaceAll('Aide', 'Aider')
    return Object.fromEntries(Object.entries(aRoster()).map(([name, text]) => [name, name === 'manifest.csv' ? text : swap(String(text))]))
  }
  test('speaks for the schools in it and for no other', async () => {
    await imported(ctx, aRoster())
    const batch = await imported(ctx, other())
    expect(batch.state).toBe('applied')
    expect(Object.values(batch.summary.counts).some(({ gone }) => (gone ?? 0) > 0)).toBe(false)
    expect(await ctx.db.student.count({ where: { sourcedId: { not: null }, status: 'active' } })).toBe(4)
    expect(await ctx.db.campus.count({ where: { sourcedId: { not: null } } })).toBe(3)
  })
  test('with all schools listed and only one in it ends nothing of the others, and says so', async () => {
    const files = edited(aRoster(), 'users.csv', ['p2,,,true,n', 'p2,,,true,s'])
    await imported(ctx, files)
    const only = { ...files, 'users.csv': String(files['users.csv']).split('\r\n').filter((line) => !line.startsWith('p2,')).join('\r\n'), 'enrollments.csv': String(files['enrollments.csv']).replace('e4,,,h,n,p2,student,,2025-08-15,\r\n', ''), 'demographics.csv': String(files['demographics.csv']).replace(/p2.*\r\n/, '') }
    const batch = await checked(ctx, only)
    expect(batch.summary.byCode).toMatchObject({ 'org-without-rows': 1 })
    expect(batch.summary.counts.students).toEqual({ same: 1 })
  })
  test('that would take much of one school asks, by its name, however small it is', async () => {
    const more = Array.from({ length: 20 }, (_, i) => `x${i},,,true,n,student,,,Xi${i},Many,,X${i},,,,,,,`)
    const small = Array.from({ length: 3 }, (_, i) => `y${i},,,true,s,student,,,Yi${i},Few,,Y${i},,,,,,,`)
    const files = (...lines: string[]) => ({ ...aRoster(), 'users.csv': `${String(aRoster()['users.csv'])}${[...more, ...lines].join('\r\n')}\r\n` })
    await imported(ctx, files(...small))
    expect((await checked(ctx, files(small[0]!))).summary.departures).toEqual([{ entity: 'students', campus: 'South', count: 2, of: 3 }])
  })
})
