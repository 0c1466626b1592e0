import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '@/lib/platform/context'
import { listHistory } from '@/lib/platform/history.server'
import { aSchool } from '@/prisma/seed/a-school'
import { organizationInput } from './organization'
import { getOrganization, updateOrganization } from './organization.server'
import { nextStudentNumber } from './student-number.server'

let school: Awaited<ReturnType<typeof aSchool>>
let admin: Ctx
beforeAll(async () => {
  school = await aSchool()
  admin = await school.as('admin')
})
const change = async (more: object) => {
  const { settings } = await getOrganization(admin)
  return organizationInput.parse({ ...settings, ...more, was: settings })
}

test('the rule holds for the next number, numbers given meanwhile are no conflict, and the history says so', async () => {
  const input = await change({ studentNumberRule: 'ST-###', name: 'Two Rivers' })
  const given = await school.db.$transaction((tx) => nextStudentNumber(tx, admin))
  expect(given).toMatch(/^\d{5}$/)
  await updateOrganization(admin, input)
  expect(await school.db.$transaction((tx) => nextStudentNumber(tx, admin))).toBe(`ST-${String(Number(given) + 1).padStart(3, '0')}`)
  expect((await listHistory(admin, 'organizations', school.organizationId)).map(({ deed, after }) => [deed, after?.studentNumberRule])).toEqual([['update-organization', 'ST-###']])
})

test('of two who change it at once one is told', async () => {
  const [first, second] = [await change({ timeZone: 'Asia/Karachi' }), await change({ timeZone: 'Pacific/Auckland' })]
  const results = await Promise.allSettled([updateOrganization(admin, first), updateOrganization(admin, second)])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a currency stays once an invoice is written in it, and a director of one campus changes nothing', async () => {
  await updateOrganization(admin, await change({ currency: 'EUR' }))
  await school.db.invoice.create({ data: { studentId: school.studentIds[0]!, campusId: school.north.id, issueDate: new Date('2026-01-01'), dueDate: new Date('2026-02-01'), subtotal: 0, totalAmount: 0, balanceDue: 0 } })
  await expect(updateOrganization(admin, await change({ currency: 'USD' }))).rejects.toMatchObject({ fields: { currency: { key: 'setup.organization.problems.currency' } } })
  await expect(updateOrganization(await school.as('director'), await change({ name: 'Mine' }))).rejects.toMatchObject({ code: 'forbidden' })
  expect((await getOrganization(admin)).settings).toMatchObject({ currency: 'EUR', name: 'Two Rivers' })
})

test.each(['', 'ST', '#-#', '<b>#', 'ABCDEFGHIJK#'])('%j is no rule', (studentNumberRule) => {
  const settings = { name: 'Two Rivers', locale: 'en', timeZone: 'UTC', currency: 'EUR' }
  expect(organizationInput.safeParse({ ...settings, studentNumberRule, was: { ...settings, studentNumberRule: '#' } }).success).toBe(false)
})
