import { beforeEach, describe, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import type { Ctx } from '@/lib/platform/context'
import { aDelta, aRoster, edited } from './a-roster'
import { checked, imported } from './an-import.server'

let ctx: Ctx
beforeEach(async () => {
  ctx = await (await aSchool()).as('admin')
  await imported(ctx, aRoster())
})

const lesson = () => ctx.db.class.findFirstOrThrow({
  where: { sourcedId: 'k' },
  include: { grade: true, academicYear: true, classSubjects: { orderBy: { sourcedId: 'asc' }, include: { teacher: true, subject: true } } },
})

describe('a blank cell keeps what was read before', () => {
  test('of numbers and codes', async () => {
    const batch = await imported(ctx, edited(edited(aRoster(), 'users.csv', ['Sam,Student,,N1', 'Sam,Student,,'], ['Teacher,,E1', 'Teacher,,']), 'orgs.csv', ['school,N1', 'school,']))
    expect(await ctx.db.student.findFirst({ where: { sourcedId: 'p1' } })).toMatchObject({ studentNumber: 'N1' })
    expect(await ctx.db.staff.findFirst({ where: { sourcedId: 'u1' } })).toMatchObject({ employeeNumber: 'E1' })
    expect(await ctx.db.campus.findFirst({ where: { sourcedId: 'n' } })).toMatchObject({ code: 'N1' })
    expect(batch.summary.counts).toMatchObject({ students: { same: 2 }, staff: { same: 2 }, campuses: { same: 2 } })
  })
  test('of who a guardian is', async () => {
    await imported(ctx, edited(aRoster(), 'users.csv', [',Mother', ',']))
    expect(await ctx.db.guardian.findFirst({ where: { fullName: 'Mia Student' } })).toMatchObject({ relationship: 'mother' })
  })
  test('of the first day in a class, also where its class is not in the set', async () => {
    const silent = edited(aRoster({ 'classes.csv': null, 'courses.csv': null }), 'enrollments.csv', ['p1,student,,2025-08-15,', 'p1,student,,,'])
    expect((await checked(ctx, silent)).summary.counts.class_enrollments).toEqual({ same: 3 })
  })
  test('of a class: kind, grade, year and, without its course, its subjects', async () => {
    await imported(ctx, aDelta({ 'classes.csv': ['h,active,2026-01-01,9 A,,,9A,,R1,n,,,,', 'k,active,2026-01-01,Algebra One,,c,ALG1-01,,R9,n,,,,'] }))
    expect(await ctx.db.class.findFirst({ where: { sourcedId: 'h' }, include: { classSubjects: true, grade: true } })).toMatchObject({ classType: 'homeroom', classSubjects: [], grade: { code: '09' } })
    expect(await lesson()).toMatchObject({ name: 'Algebra One', room: 'R9', grade: { code: '09' }, academicYear: { name: '2025-2026' }, classSubjects: [{ status: 'active', subject: { code: 'MAT' }, teacher: { firstName: 'Tia' } }] })
    expect(await ctx.db.grade.count({ where: { code: 'Other' } })).toBe(0)
  })
  test('of all classes when courses.csv is left out', async () => {
    const batch = await imported(ctx, aRoster({ 'courses.csv': null }))
    expect(batch.summary.counts).toMatchObject({ class_subjects: { same: 1 }, classes: { same: 2 } })
    expect((await lesson()).classSubjects).toMatchObject([{ status: 'active', subject: { code: 'MAT' } }])
  })
})

describe('a delta names only who changed', () => {
  test('a section keeps the name that tells it from its twin', async () => {
    await imported(ctx, aRoster({ 'classes.csv': `${String(aRoster()['classes.csv'])}k2,,,Algebra I,09,c,ALG1-02,scheduled,,n,t1,,,\r\n` }))
    await imported(ctx, aDelta({ 'classes.csv': ['k,active,2026-01-01,Algebra I,09,c,ALG1-01,scheduled,R7,n,t1,,,'] }))
    expect(await lesson()).toMatchObject({ name: 'Algebra I (ALG1-01)', room: 'R7' })
  })
  test('the guardian of a new brother is known from his sister', async () => {
    const batch = await imported(ctx, aDelta({ 'users.csv': ['p3,active,2026-01-01,true,n,student,,,Sid,Student,,N3,,,,"g1,zz",09,,'] }))
    expect(await ctx.db.guardianLink.findMany({ where: { student: { sourcedId: 'p3' } }, include: { guardian: true } })).toMatchObject([{ sourcedId: 'g1>p3', relationship: 'mother', guardian: { sourcedId: 'g1', fullName: 'Mia Student', phone: '555-7' } }])
    expect(await ctx.db.guardian.count({ where: { sourcedId: { not: null } } })).toBe(1)
    expect(batch.summary.byCode['reference-ignored']).toBe(1) // zz is nobody
  })
  test('a guardian of 1.2 is known without roles.csv', async () => {
    await imported(ctx, { 'users.csv': 'sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName\r\ng1,active,2026-01-01,true,mia,Mia,Newname\r\n' })
    expect(await ctx.db.guardian.findFirst({ where: { sourcedId: 'g1' } })).toMatchObject({ fullName: 'Mia Newname', relationship: 'mother' })
  })
  test('a seat may pass from a line that is deleted to a new one', async () => {
    await imported(ctx, aDelta({ 'enrollments.csv': ['e3,tobedeleted,2026-01-01,h,n,p1,student,,,', 'e9,active,2026-01-01,h,n,p1,student,,2026-01-02,'] }))
    expect(await ctx.db.classEnrollment.findMany({ where: { student: { sourcedId: 'p1' }, class: { sourcedId: 'h' } }, orderBy: { sourcedId: 'asc' } })).toMatchObject([{ sourcedId: 'e3', status: 'withdrawn' }, { sourcedId: 'e9', status: 'active', endedOn: null }])
  })
})

describe('a word is said', () => {
  test('of a contact who is no guardian, and of what is marked to be deleted and stays', async () => {
    const batch = await checked(ctx, edited(edited(aRoster(), 'users.csv', [',,g1,09', ',,"g1,u1,p2",09']), 'orgs.csv', ['s,,,', 's,tobedeleted,2026-01-01,']))
    expect(batch.summary.byCode).toMatchObject({ 'agent-not-guardian': 2, 'row-stays': 1 })
    expect(batch.summary.counts).toMatchObject({ guardians: { same: 1 }, campuses: { same: 1 } })
  })
  test('of a subject, where the class stands that names it', async () => {
    await ctx.db.subject.delete({ where: { id: (await ctx.db.subject.findFirstOrThrow({ where: { code: 'MAT' } })).id } })
    const { id } = await checked(ctx, aRoster())
    expect(await ctx.db.importDiagnostic.findFirst({ where: { batchId: id, value: 'Mathematics' } })).toMatchObject({ code: 'row-deleted-here', file: 'classes.csv', row: 3 })
  })
})
