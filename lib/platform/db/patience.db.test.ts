import { beforeAll, expect, test } from 'vitest'
import { aSchool } from '@/prisma/seed/a-school'
import { asOwner } from '@/prisma/seed/organization'
import { isRefused } from '../failure.server'
import { isDatabaseUp } from './gate.server'
import { tenantSql } from './sql.server'

let stuck: Awaited<ReturnType<typeof aSchool>>
let other: Awaited<ReturnType<typeof aSchool>>
beforeAll(async () => {
  ;[stuck, other] = [await aSchool(), await aSchool()]
})

test('a row that somebody holds stops those who want it, for a moment, and nobody else', async () => {
  const { db } = await stuck.as('admin')
  const stranger = await other.as('admin')
  await asOwner(async (holder) => {
    await holder.query('BEGIN')
    await holder.query('SELECT FROM students WHERE id = $1 FOR UPDATE', [stuck.studentIds[0]])
    const wanting = Array.from({ length: 12 }, (_, i) => [
      db.student.updateMany({ where: { id: stuck.studentIds[0] }, data: { firstName: `A${i}` } }),
      db.$transaction((tx) => tx.student.updateMany({ where: { id: stuck.studentIds[0] }, data: { firstName: `B${i}` } })),
      tenantSql(db, 'patience', 'UPDATE students SET first_name = $1 WHERE id = $2', ['C', stuck.studentIds[0]]),
    ]).flat()
    const settled = Promise.allSettled(wanting)
    const began = performance.now()
    for (let i = 0; i < 20; i++) {
      expect(await stranger.db.student.count()).toBe(6)
      expect(await isDatabaseUp()).toBe(true)
    }
    expect(performance.now() - began).toBeLessThan(4_000)
    const results = await settled
    expect(performance.now() - began).toBeLessThan(30_000)
    expect(results.every(({ status }) => status === 'rejected')).toBe(true)
    expect(results.flatMap((result) => (result.status === 'rejected' && !isRefused(result.reason) ? [result.reason] : []))).toEqual([])
    await holder.query('ROLLBACK')
  })
  expect(await db.student.updateMany({ where: { id: stuck.studentIds[0] }, data: { firstName: 'Free' } })).toEqual({ count: 1 })
}, 60_000)
