import iconv from 'iconv-lite'
import { beforeEach, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import type { Ctx } from '@/lib/platform/context'
import { studentInput } from '@/lib/domain/people/student'
import { searchPeople } from '@/lib/domain/people/search.server'
import { aRoster, edited } from './a-roster'
import { answered, checked, imported } from './an-import.server'
import { startApply } from './import-batch.server'

let ctx: Ctx
beforeEach(async () => {
  ctx = await (await aSchool()).as('admin')
})
const named = (given: string, family: string) => edited(aRoster(), 'users.csv', ['Sol,Student', `${given},${family}`])
const sol = () => ctx.db.student.findFirst({ where: { sourcedId: 'p2' }, select: { firstName: true, lastName: true } })

test.each([['Suharto', ''], ['', 'Madonna'], ['Aye', '-'], ['N/A', 'Aye']])('somebody of one name (%s %s) is a person', async (given, family) => {
  const batch = await imported(ctx, named(given, family))
  expect(batch.summary).toMatchObject({ remarks: { error: 0 }, counts: { students: { new: 2 }, class_enrollments: { new: 3 } } })
  expect(await sol()).toEqual({ firstName: '', lastName: [given, family].find((name) => /\w{3}/.test(name) && name !== 'N/A') })
  expect((await checked(ctx, named(given, family))).summary.counts.students).toEqual({ same: 2 })
  const { success } = studentInput.pick({ firstName: true, lastName: true }).safeParse(await sol())
  expect(success).toBe(true) // and can be edited here
})

test('words for nothing are nothing, and a name that is one stays a name', async () => {
  const files = edited(aRoster(), 'users.csv', ['p2,,,true,n,student,sol,,Sol,Student,,N2,,,,,09,,', 'p2,NULL,NULL,true,n,student,NULL,NULL,Anna,Null,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL'], ['g1,,,true,n,parent,mia,,Mia,Student', 'g1,,,true,n,parent,mia,N/A,Mia,N/A'])
  const batch = await imported(ctx, edited(files, 'demographics.csv', ['p2,,,2011-05-06', 'p2,,,0000-00-00']))
  expect(batch.summary.remarks).toMatchObject({ error: 0, warning: 0 })
  expect(await ctx.db.student.findFirst({ where: { sourcedId: 'p2' } })).toMatchObject({ firstName: 'Anna', lastName: 'Null', studentNumber: 'p2', email: null, phone: null, preferredName: null, dateOfBirth: null, status: 'active' })
  expect(await ctx.db.guardian.findFirst({ where: { sourcedId: 'g1' } })).toMatchObject({ fullName: 'Mia' })
})

test('what nobody sees in a name is neither stored nor looked for', async () => {
  await imported(ctx, named('S\u200bol\u200d', '\ufeffStu\u00addent'))
  expect(await sol()).toEqual({ firstName: 'Sol', lastName: 'Student' })
  expect((await searchPeople(ctx, 'stu\u200bdent so\u2060l')).students).toHaveLength(1)
})

test('several grades are several, and a strange one is remarked and not guessed', async () => {
  const batch = await imported(ctx, edited(aRoster(), 'classes.csv', ['9 A,09', '9 A,1/2'], ['Algebra I,09', 'Algebra I,Juniors']))
  expect(batch.summary.byCode).toMatchObject({ 'class-several-grades': 1, 'class-grade-unknown': 1 })
  const grades = await ctx.db.class.findMany({ where: { sourcedId: { not: null } }, include: { grade: true }, orderBy: { sourcedId: 'asc' } })
  expect(grades.map(({ grade }) => grade.name)).toEqual(['Grade 1', 'Juniors'])
})

test('a file that is not Unicode is not applied before somebody has chosen how to read it', async () => {
  const files = { ...aRoster(), 'users.csv': iconv.encode(String(aRoster()['users.csv']).replace('Sol,Student', 'Łukasz,Święta'), 'windows-1250') }
  const { id, summary } = await checked(ctx, files)
  expect(summary.encodings.find(({ encoding }) => encoding === 'windows-1250')?.lines.join()).toContain('Łukasz,Święta')
  await expect(startApply(ctx, { id, departuresMeant: true })).rejects.toMatchObject({ message: 'imports.problems.encoding' })
  expect((await answered(ctx, id, { encoding: 'windows-1250' })).state).toBe('applied')
  expect(await sol()).toEqual({ firstName: 'Łukasz', lastName: 'Święta' })
})
