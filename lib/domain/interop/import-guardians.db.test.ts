import { beforeEach, describe, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import type { Ctx } from '@/lib/platform/context'
import { linkGuardian, listGuardiansOf, unlinkGuardian } from '@/lib/domain/people/guardian-link.server'
import { usualLink } from '@/lib/domain/people/guardian-link'
import { guardians, listGuardians } from '@/lib/domain/people/guardian.server'
import { guardianList } from '@/lib/domain/people/guardian'
import { parseList } from '@/lib/platform/list'
import { aDelta, aRoster, edited, type RosterFiles } from './a-roster'
import { everything, imported, undone } from './an-import.server'

let school: Awaited<ReturnType<typeof aSchool>>
let ctx: Ctx
beforeEach(async () => {
  school = await aSchool()
  ctx = await school.as('admin')
})

const gone = { departuresMeant: true }
const sam = 'p1,,,true,n,student,sam,,Sam,Student,,N1,sam@x.example,,,g1,09,,\r\n'
const sol = 'p2,,,true,n,student,sol,,Sol,Student,,N2,,,,,09,,'
/** Mia is the mother of Sam at North and of Sol at South. */
const siblings = (): RosterFiles => edited(aRoster(), 'users.csv', ['p2,,,true,n,student', 'p2,,,true,s,student'], ['555-7,,p1,,,Mother', '555-7,,"p1,p2",,,Mother'])
const without = (files: RosterFiles, ...texts: string[]) => edited(files, 'users.csv', ...texts.map((text): [string, string] => [text, '']))
const mias = () => ctx.db.guardian.findMany({ where: { fullName: 'Mia Student' }, include: { student: true, guardianLinks: { orderBy: { sourcedId: 'asc' } } } })
const children = async () => (await mias()).map((mia) => mia.guardianLinks.map((link) => link.sourcedId))

describe('a guardian of two', () => {
  test('is one person with a link to each, whichever of the two names the other', async () => {
    const { summary } = await imported(ctx, siblings())
    expect(summary.counts).toMatchObject({ guardians: { new: 1 }, guardian_links: { new: 2 } })
    expect(await mias()).toMatchObject([{ sourcedId: 'g1', phone: '555-7', relationship: 'mother', student: { sourcedId: 'p1' }, guardianLinks: [{ sourcedId: 'g1>p1', relationship: 'mother', receivesMail: true }, { sourcedId: 'g1>p2', relationship: 'mother' }] }])
    const byChildren = edited(aRoster(), 'users.csv', ['555-7,,p1,,,Mother', '555-7,,,,,Mother'], [sol, 'p2,,,true,s,student,sol,,Sol,Student,,N2,,,,g1,09,,'])
    expect((await imported(ctx, byChildren)).summary.counts).toMatchObject({ guardians: { same: 1 }, guardian_links: { same: 2 } })
    expect((await imported(ctx, siblings())).summary.counts).toMatchObject({ guardians: { same: 1 }, guardian_links: { same: 2 } })
    expect(await children()).toEqual([['g1>p1', 'g1>p2']])
  })
  test('stays while one child is here, and goes and comes back with the last', async () => {
    await imported(ctx, siblings())
    const before = await everything(ctx)
    const first = await imported(ctx, without(siblings(), sam), gone)
    expect(first.summary.counts).toMatchObject({ guardians: { changed: 1 }, guardian_links: { gone: 1, same: 1 } })
    expect(await mias()).toMatchObject([{ student: { sourcedId: 'p2' }, guardianLinks: [{ sourcedId: 'g1>p2' }] }])
    await undone(ctx, first.id)
    expect(await everything(ctx)).toEqual(before)
    const nobodyElse = edited(without(siblings(), sam), 'users.csv', [sol.replace(',n,', ',s,'), 'p9,,,true,s,student,zoe,,Zoe,Other,,N9,,,,,09,,'])
    const last = await imported(ctx, nobodyElse, gone)
    expect(last.summary.counts).toMatchObject({ guardians: { gone: 1 }, guardian_links: { gone: 2 } })
    expect(await mias()).toEqual([])
    expect((await imported(ctx, siblings(), gone)).summary.counts).toMatchObject({ guardians: { revived: 1 }, guardian_links: { revived: 2 } })
    expect(await children()).toEqual([['g1>p1', 'g1>p2']])
  })
  test('by changes of one line each', async () => {
    await imported(ctx, siblings())
    const before = await everything(ctx)
    const { id } = await imported(ctx, aDelta({ 'users.csv': ['p1,tobedeleted,2026-11-20T00:00:00Z,,,,,,,,,,,,,,,,'] }))
    expect(await mias()).toMatchObject([{ student: { sourcedId: 'p2' }, guardianLinks: [{ sourcedId: 'g1>p2' }] }])
    await undone(ctx, id)
    expect(await everything(ctx)).toEqual(before)
    const mother = await imported(ctx, aDelta({ 'users.csv': ['g1,tobedeleted,2026-11-20T00:00:00Z,,,,,,,,,,,,,,,,'] }))
    expect(await mias()).toEqual([])
    await undone(ctx, mother.id)
    expect(await everything(ctx)).toEqual(before)
  })
  test('is not taken from the other school by a set of one', async () => {
    await imported(ctx, siblings())
    const north = without(edited(siblings(), 'orgs.csv', ['s,,,South,school,S1,d\r\n', '']), sam, 'g1,,,true,n,parent,mia,,Mia,Student,,,mia@x.example,555-7,,"p1,p2",,,Mother\r\n', `${sol.replace(',n,', ',s,')}\r\n`)
    await imported(ctx, north, gone)
    expect(await children()).toEqual([['g1>p2']])
  })
})

test('what somebody linked, unlinked or wrote here stays', async () => {
  await imported(ctx, siblings())
  const [mia] = await mias()
  const [toSam, toSol] = mia!.guardianLinks
  await ctx.db.guardianLink.updateMany({ where: { id: toSam!.id }, data: { relationship: 'aunt', pays: true } })
  await unlinkGuardian(ctx, { id: toSol!.id, seen: toSol!.updatedAt.toISOString() })
  const other = await ctx.db.student.findFirstOrThrow({ where: { sourcedId: null } })
  await linkGuardian(ctx, { ...usualLink, custodyNote: null, custodyFrom: null, custodyUntil: null, guardianId: mia!.id, studentId: other.id })
  const { summary } = await imported(ctx, siblings())
  expect(summary).toMatchObject({ counts: { guardians: { same: 1 }, guardian_links: { same: 1 } }, byCode: { 'row-deleted-here': 1 } })
  expect(await mias()).toMatchObject([{ guardianLinks: [{ sourcedId: 'g1>p1', relationship: 'aunt', pays: true }, { studentId: other.id }] }])
})

test('who was entered by hand is recognised by a child of hers', async () => {
  await imported(ctx, without(siblings(), 'g1,,,true,n,parent,mia,,Mia,Student,,,mia@x.example,555-7,,"p1,p2",,,Mother\r\n'))
  const { id: studentId } = await ctx.db.student.findFirstOrThrow({ where: { sourcedId: 'p2' } })
  const { id } = await guardians.create(ctx, { fullName: 'mia student', relationship: 'other', studentId, phone: null, email: null, address: null, primaryContact: true })
  await imported(ctx, siblings())
  expect(await ctx.db.guardian.findMany({ where: { sourcedId: 'g1' }, include: { guardianLinks: true } })).toMatchObject([{ id, fullName: 'Mia Student', studentId, guardianLinks: [{}, {}] }])
})

test('an import is undone with its guardians; one whom somebody gave another child stays with her own', async () => {
  const before = await everything(ctx)
  const first = await imported(ctx, siblings())
  await undone(ctx, first.id)
  expect(await everything(ctx)).toEqual(before)
  const { id } = await imported(ctx, siblings())
  const [mia] = await mias()
  await linkGuardian(ctx, { ...usualLink, custodyNote: null, custodyFrom: null, custodyUntil: null, guardianId: mia!.id, studentId: (await ctx.db.student.findFirstOrThrow({ where: { sourcedId: null } })).id })
  await undone(ctx, id, { leaveChanged: true })
  expect(await mias()).toMatchObject([{ student: { sourcedId: 'p1' }, guardianLinks: [{ sourcedId: 'g1>p1' }, { sourcedId: null }] }])
  expect(await ctx.db.student.count({ where: { sourcedId: { not: null } } })).toBe(1)
})

test('each of two campuses sees the one guardian, and no third', async () => {
  await imported(ctx, siblings())
  const campus = async (sourcedId: string) => (await ctx.db.campus.findFirstOrThrow({ where: { sourcedId } })).id
  const named = async (campusId: string) => (await listGuardians(ctx, parseList(guardianList, { campus: campusId }))).rows.map(({ fullName }) => fullName)
  expect(await named(await campus('n'))).toContain('Mia Student')
  expect(await named(await campus('s'))).toContain('Mia Student')
  expect(await named(school.north.id)).not.toContain('Mia Student')
  const { id } = await ctx.db.student.findFirstOrThrow({ where: { sourcedId: 'p2' } })
  expect(await listGuardiansOf(ctx, id)).toMatchObject([{ guardian: { fullName: 'Mia Student' }, siblings: [{ name: 'Sam Student' }] }])
})
