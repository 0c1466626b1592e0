import { beforeEach, expect, test, vi } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { asOwner } from '@/prisma/seed/organization'
import type { Ctx } from '@/lib/platform/context'
import { aRoster, edited } from './a-roster'
import { everything, imported, undone } from './an-import.server'
import { silentFor } from './import-batch'
import { resumeImport, startUndo } from './import-batch.server'
import { undoJob } from './import-jobs.server'
import { getImport } from './import-record.server'

let school: Awaited<ReturnType<typeof aSchool>>
let ctx: Ctx
beforeEach(async () => {
  school = await aSchool()
  ctx = await school.as('admin')
})

const changed = () => edited(edited(aRoster(), 'users.csv', ['p1,,,true,n,student,sam,,Sam', 'p1,,,true,s,student,sam,,Samira'], ['g1,,,true,n,parent', 'g1,,,true,n,guardian'], ['p2,,,true,n,student,sol,,Sol,Student,,N2,,,,,09,,\r\n', '']), 'enrollments.csv', ['e4,,,h,n,p2,student,,2025-08-15,\r\n', ''])

test('undo puts back every row as it was, to the last column', async () => {
  await imported(ctx, aRoster())
  const before = await everything(ctx)
  const second = await imported(ctx, changed())
  expect(second.summary.counts).toMatchObject({ students: { changed: 1, gone: 1 }, class_enrollments: { gone: 1 } })
  expect(await everything(ctx)).not.toEqual(before)
  const end = await undone(ctx, second.id)
  expect(end).toMatchObject({ state: 'undone', summary: { undone: { left: 0 } } })
  expect(await everything(ctx)).toEqual(before)
})
test('undo of a first import leaves no trace, and the same file can come again', async () => {
  const before = await everything(ctx)
  const first = await imported(ctx, aRoster())
  await undone(ctx, first.id)
  expect(await everything(ctx)).toEqual(before)
  const again = await imported(ctx, aRoster())
  expect(again.summary.counts).toMatchObject({ students: { new: 2 } })
})
test('undo stops with a list where people have worked since, and leaves exactly that when told to', async () => {
  const first = await imported(ctx, aRoster())
  const sam = await ctx.db.student.findFirstOrThrow({ where: { sourcedId: 'p1' } })
  await ctx.db.student.update({ where: { id: sam.id }, data: { firstName: 'Sammy' } })
  const full = await everything(ctx)
  const stopped = await undone(ctx, first.id)
  expect(stopped).toMatchObject({ state: 'applied', problem: 'imports.problems.undoBlocked' })
  expect(stopped.summary.blocks?.rows).toContainEqual({ entity: 'students', id: sam.id, label: 'Sammy Student', why: 'changed', by: null })
  expect(await everything(ctx)).toEqual(full)
  const end = await undone(ctx, first.id, { leaveChanged: true })
  expect(end.state).toBe('undone')
  expect(await ctx.db.student.findMany({ where: { sourcedId: { not: null } }, select: { firstName: true } })).toEqual([{ firstName: 'Sammy' }])
  expect(await ctx.db.campus.count({ where: { sourcedId: 'n' } })).toBe(1) // she stands on it
  expect(await ctx.db.staff.count({ where: { sourcedId: { not: null } } })).toBe(0)
})
test('undo stops where something new hangs on an imported row', async () => {
  const first = await imported(ctx, aRoster())
  const room = await ctx.db.class.findFirstOrThrow({ where: { sourcedId: 'h' } })
  await ctx.db.attendanceSession.create({ data: { classId: room.id, campusId: room.campusId, sessionDate: new Date('2025-09-01'), sessionType: 'daily' } })
  const stopped = await undone(ctx, first.id)
  expect(stopped.summary.blocks?.rows).toContainEqual(expect.objectContaining({ entity: 'classes', why: 'used', by: 'attendance_sessions' }))
})
test('an undo that was cut off and is started again still leaves what it was told to leave', async () => {
  const { id } = await imported(ctx, aRoster())
  await ctx.db.student.updateMany({ where: { sourcedId: 'p1' }, data: { firstName: 'Sammy' } })
  await startUndo(ctx, { id, leaveChanged: true }) // and its worker dies
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + silentFor + 1_000 })
  await resumeImport(ctx, id).finally(() => vi.useRealTimers())
  const left = await asOwner(async (owner) => (await owner.query<{ kind: string; payload: { id: string } }>(`SELECT data->>'kind' AS kind, data->'payload' AS payload FROM pgboss.job WHERE data->'payload'->>'id' = $1 ORDER BY created_on DESC, id DESC LIMIT 1`, [id])).rows[0]!)
  expect(left.kind).toBe(undoJob.kind)
  await undoJob.perform(ctx, left.payload)
  expect(await getImport(ctx, id)).toMatchObject({ state: 'undone', problem: null })
  expect(await ctx.db.student.findMany({ where: { sourcedId: { not: null } }, select: { firstName: true } })).toEqual([{ firstName: 'Sammy' }])
})
test('undo can be done once, by those who may', async () => {
  const { id } = await imported(ctx, aRoster())
  await expect(startUndo(await school.as('teacher'), { id, leaveChanged: true })).rejects.toMatchObject({ code: 'forbidden' })
  await undone(ctx, id)
  await expect(startUndo(ctx, { id, leaveChanged: true })).rejects.toMatchObject({ code: 'conflict', message: 'imports.problems.notApplied' })
})
