import { beforeAll, expect, test } from 'vitest'
import { endDueWork } from '@/lib/domain/academics/student-days.server'
import { setClock } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { listHistory } from '@/lib/platform/history.server'
import { parseList } from '@/lib/platform/list'
import { aSchool } from '@/prisma/seed/a-school'
import { campusInput, campusList } from './campus'
import { campuses, listCampuses } from './campus.server'
import { staffEditInput, staffInput } from './staff'
import { getStaff, leaveWork, listTeaching, returnToWork, staff } from './staff-record.server'

type School = Awaited<ReturnType<typeof aSchool>>
let school: School
let other: School
let admin: Ctx
beforeAll(async () => {
  setClock('2026-11-25T12:00:00Z')
  ;[school, other] = [await aSchool(), await aSchool()]
  admin = await school.as('admin')
})

const person = (more: object = {}) => staffInput.parse({ firstName: 'Grace', lastName: 'Hopper', employeeNumber: crypto.randomUUID().slice(0, 8), staffType: 'teacher', jobTitle: '', campusId: school.north.id, hireDate: '2020-08-01', email: '', phone: '', status: 'active', ...more })
const place = (more: object = {}) => campusInput.parse({ name: 'East', code: crypto.randomUUID().slice(0, 8), timeZone: 'Asia/Karachi', isOnline: false, active: true, address: '', phone: '', email: '', description: '', mascot: 'Foxes', color: '#ffee00', textColor: '', borderColor: '', bgLight: '', bgGradient: '', ...more })

test('somebody is hired, edited, removed and restored; a number is given once, and of two editors the second is told', async () => {
  const values = person()
  const { id } = await staff.create(admin, values)
  await expect(staff.create(admin, values)).rejects.toMatchObject({ code: 'P2002' })
  const { seen } = await getStaff(admin, id)
  const results = await Promise.allSettled([{ phone: '1' }, { jobTitle: 'Head' }].map((more) => staff.update(admin, { ...staffEditInput.parse({ ...values, ...more }), id, seen })))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(results.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'conflict', detail: { current: { id } } })
  await expect(leaveWork(admin, { id, seen: (await getStaff(admin, id)).seen, on: '2020-07-31', reason: null })).rejects.toMatchObject({ code: 'invalid', fields: { on: { params: { first: '2020-08-01' } } } })
  await staff.remove(admin, { id, seen: (await getStaff(admin, id)).seen })
  await staff.restore(admin, { id })
  expect((await listHistory(admin, 'staff', id)).map(({ deed }) => deed)).toEqual(['restore-staff', 'remove-staff', 'update-staff', 'create-staff'])
})

test('who leaves works until the last day, wherever the server stands, and what they teach is known', async () => {
  const { staffId } = school.people.teacher
  expect(await listTeaching(admin, staffId)).toMatchObject({ homerooms: [{ id: school.classId }], lessons: [{ classId: school.classId }] })
  await expect(staff.remove(admin, { id: staffId, seen: (await getStaff(admin, staffId)).seen })).rejects.toMatchObject({ message: 'setup.refusals.heldBy.classes' })
  await leaveWork(admin, { id: staffId, seen: (await getStaff(admin, staffId)).seen, on: '2026-11-27', reason: null })
  expect(await endDueWork(school.db)).toBe(0)
  expect((await getStaff(admin, staffId)).status).toBe('active')
  try {
    setClock('2026-11-28T00:01:00Z')
    expect((await getStaff(admin, staffId)).status).toBe('ended')
    expect(await endDueWork(school.db)).toBe(1)
    await returnToWork(admin, { id: staffId, seen: (await getStaff(admin, staffId)).seen })
    expect(await getStaff(admin, staffId)).toMatchObject({ status: 'active', endDate: null })
  } finally {
    setClock('2026-11-25T12:00:00Z')
  }
})

test('a campus is added, edited, set inactive, removed when nothing stands on it, and restored', async () => {
  const { id } = await campuses.create(admin, place())
  expect((await school.as('admin')).campuses.map((one) => one.id)).toContain(id)
  const { seen } = await campuses.get(admin, id)
  await campuses.update(admin, { ...place({ active: false }), id, seen })
  expect((await school.as('admin')).campuses.map((one) => one.id)).not.toContain(id)
  expect((await listCampuses(admin, parseList(campusList, { state: 'inactive' }))).rows.map((one) => one.id)).toEqual([id])
  await campuses.remove(admin, { id, seen: (await campuses.get(admin, id)).seen })
  await campuses.restore(admin, { id })
  await expect(campuses.remove(admin, { id: school.north.id, seen: (await campuses.get(admin, school.north.id)).seen })).rejects.toMatchObject({ message: 'setup.refusals.heldBy.students' })
  expect(campusInput.safeParse({ ...place(), timeZone: 'Mars/Olympus' }).error?.issues.map(({ path }) => path[0])).toEqual(['timeZone'])
})

test('nobody beyond the reach sees or changes any of it', async () => {
  const { id } = await staff.create(admin, person({ campusId: school.south.id }))
  const { seen } = await getStaff(admin, id)
  for (const stranger of [await school.as('director'), await other.as('admin')]) {
    await expect(getStaff(stranger, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(leaveWork(stranger, { id, seen, on: '2026-11-25', reason: null })).rejects.toMatchObject({ code: 'not-found' })
    await expect(campuses.get(stranger, school.south.id)).rejects.toMatchObject({ code: 'not-found' })
  }
})
