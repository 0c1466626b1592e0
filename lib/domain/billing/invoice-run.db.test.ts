import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '@/lib/platform/context'
import { toDate } from '@/lib/platform/time'
import { aSchool } from '@/prisma/seed/a-school'
import { aPlan, paying } from './a-bill'
import { feePlanInput } from './fee-plan'
import { getFeePlan, removeFeePlan, updateFeePlan } from './fee-plan.server'
import { cancelRun, performRun, previewRun, startRun, undoRun } from './invoice-run.server'
import { checkLedger } from './ledger.sql.server'
import { recordPayment } from './payment.server'

let school: Awaited<ReturnType<typeof aSchool>>
let finance: Ctx
beforeAll(async () => {
  school = await aSchool()
  finance = await school.as('finance')
})
afterEach(async () => expect(await checkLedger(school.db)).toEqual([]))

const asking = (feePlanId: string, more: object = {}) => ({ feePlanId, period: '2026-01-01', campusId: null, issueDate: '2026-01-05', dueDate: '2026-02-01', idempotencyKey: crypto.randomUUID(), ...more })
const invoicesOf = (feePlanId: string) => school.db.invoice.findMany({ where: { feePlanId, status: { not: 'void' } }, orderBy: { id: 'asc' }, select: { id: true, studentId: true, totalAmount: true, invoiceNumber: true } })

/** Many students in the small school's class. */
async function enrolled(count: number): Promise<string[]> {
  const mark = crypto.randomUUID().slice(0, 8)
  const made = await school.db.student.createManyAndReturn({ data: Array.from({ length: count }, (_, at) => ({ studentNumber: `${mark}-${at}`, firstName: `F${at}`, lastName: `L${mark}`, campusId: school.north.id })), select: { id: true } })
  await school.db.classEnrollment.createMany({ data: made.map(({ id }) => ({ classId: school.classId, studentId: id, enrolledOn: toDate('2020-01-01') })) })
  return made.map(({ id }) => id)
}

test('a run makes what its preview said: each student of the grade once, with lines, tax and discounts', async () => {
  const { id: plan } = await aPlan(finance, school)
  const scholarship = await school.db.discountRule.create({ data: { name: `Scholarship ${plan}`, kind: 'scholarship', position: 1, percent: 5_000 } })
  await school.db.studentDiscount.create({ data: { studentId: school.studentIds[0]!, ruleId: scholarship.id, startsOn: toDate('2020-01-01'), reason: 'Board' } })
  await school.db.student.updateMany({ where: { id: school.studentIds[1]! }, data: { status: 'on_leave' } })
  const preview = await previewRun(finance, asking(plan))
  expect(preview.left).toMatchObject([{ studentId: school.studentIds[1], why: 'away' }])
  const { id } = await startRun(finance, asking(plan))
  await performRun(finance, { id })
  const made = await invoicesOf(plan)
  expect(new Map(made.map(({ studentId, totalAmount }) => [studentId, totalAmount.toFixed(2)]))).toEqual(new Map(preview.due.map((line) => [line.studentId, `${String(line.made.total).slice(0, -2)}.${String(line.made.total).slice(-2)}`])))
  expect(made.length).toBe(preview.due.length)
  expect(await school.db.invoiceRun.findFirstOrThrow({ where: { id }, select: { state: true, made: true, wanted: true } })).toEqual({ state: 'done', made: made.length, wanted: made.length })
  await school.db.student.updateMany({ where: { id: school.studentIds[1]! }, data: { status: 'active' } })
  await school.db.discountRule.updateMany({ where: { id: scholarship.id }, data: { active: false } })
})

test('two runs at once for two thousand students make one invoice each, and who comes later gets one at the next', async () => {
  await enrolled(2_000)
  const { id: plan } = await aPlan(finance, school)
  const { due } = await previewRun(finance, asking(plan))
  const runs = [await startRun(finance, asking(plan)), await startRun(finance, asking(plan))]
  const started = performance.now()
  await Promise.all(runs.map((run) => performRun(finance, run)))
  console.info(`${due.length} invoices by two runs at once in ${Math.round(performance.now() - started)} ms`)
  const made = await invoicesOf(plan)
  expect(made.length).toBe(due.length)
  expect(new Set(made.map(({ studentId }) => studentId)).size).toBe(due.length)
  const [late] = await enrolled(1)
  const next = await startRun(finance, asking(plan))
  await performRun(finance, next)
  expect((await invoicesOf(plan)).filter(({ studentId }) => studentId === late)).toHaveLength(1)
  expect((await invoicesOf(plan)).length).toBe(due.length + 1)
})

test('a plan stays as it is while a run of it is on its way', async () => {
  const { id: plan } = await aPlan(finance, school)
  const edit = async () => {
    const { seen } = await getFeePlan(finance, plan)
    const lines = [{ description: 'Tuition', amount: '10.00', taxRate: '0' }]
    return updateFeePlan(finance, { ...feePlanInput.parse({ name: `Plan ${plan}`, academicYearId: school.yearId, gradeId: school.gradeId, billingCycle: 'annual', active: true, notes: '', lines, instalments: [{ period: '2026-01-01', dueDate: '2026-02-01', amount: '10.00' }] }), id: plan, seen })
  }
  const [started, edited] = await Promise.allSettled([startRun(finance, asking(plan)), edit()])
  if (started.status === 'rejected') throw started.reason
  await expect(edit()).rejects.toMatchObject({ message: 'feePlans.refusals.running' })
  await expect(removeFeePlan(finance, { id: plan, seen: (await getFeePlan(finance, plan)).seen })).rejects.toMatchObject({ message: 'feePlans.refusals.running' })
  await performRun(finance, started.value)
  const totals = new Set((await invoicesOf(plan)).map(({ totalAmount }) => totalAmount.toFixed(2)))
  expect([...totals]).toEqual([edited.status === 'fulfilled' ? '10.00' : '505.01'])
  await edit()
})

test('a run that was stopped is gone on with; one that is done again makes nothing; nobody is left to ask for', async () => {
  const { id: plan } = await aPlan(finance, school)
  const { id } = await startRun(finance, asking(plan))
  await performRun(finance, { id })
  const before = (await invoicesOf(plan)).length
  await school.db.invoiceRun.updateMany({ where: { id }, data: { state: 'doing' } })
  await performRun(finance, { id })
  expect((await invoicesOf(plan)).length).toBe(before)
  await expect(startRun(finance, asking(plan))).rejects.toMatchObject({ message: 'feePlans.refusals.nobody' })
  const other = await startRun(finance, asking(plan, { period: '2026-07-01' }))
  await cancelRun(finance, other)
  await performRun(finance, other)
  expect((await invoicesOf(plan)).length).toBe(before)
})

test('a run is undone while nothing is paid, and can be made again; once something is paid it stands', async () => {
  const { id: plan } = await aPlan(finance, school)
  const first = await startRun(finance, asking(plan))
  await performRun(finance, first)
  expect((await undoRun(finance, { ...first, reason: 'Wrong plan' })).count).toBeGreaterThan(0)
  expect(await invoicesOf(plan)).toEqual([])
  const again = await startRun(finance, asking(plan))
  await performRun(finance, again)
  const [invoice] = await invoicesOf(plan)
  await recordPayment(finance, paying(invoice!.studentId, '1', [[invoice!.id, '1']]))
  const count = (await invoicesOf(plan)).length
  await expect(undoRun(finance, { ...again, reason: 'x' })).rejects.toMatchObject({ message: 'feePlans.refusals.paid' })
  expect((await invoicesOf(plan)).length).toBe(count)
})

test('the n-th child of a family, by who pays, and a child of staff get their discount', async () => {
  const [older, younger, third] = await enrolled(3)
  const { id: plan } = await aPlan(finance, school)
  await school.db.student.updateMany({ where: { id: older! }, data: { dateOfBirth: toDate('2010-01-01') } })
  await school.db.student.updateMany({ where: { id: younger! }, data: { dateOfBirth: toDate('2012-01-01') } })
  const guardian = await school.db.guardian.create({ data: { studentId: older!, fullName: 'Payer', relationship: 'mother' } })
  await school.db.guardianLink.create({ data: { guardianId: guardian.id, studentId: younger!, relationship: 'mother', pays: true } })
  await school.db.guardianLink.updateMany({ where: { guardianId: guardian.id, studentId: older! }, data: { pays: true } })
  await school.db.guardian.create({ data: { studentId: third!, fullName: 'Teacher', relationship: 'father', email: school.people.teacher.email.toUpperCase() } })
  await school.db.discountRule.create({ data: { name: `Sibling ${plan}`, kind: 'sibling', position: 1, percent: 1_000, fromChild: 2 } })
  await school.db.discountRule.create({ data: { name: `Staff ${plan}`, kind: 'staff_child', position: 2, percent: 2_000 } })
  const { due } = await previewRun(finance, asking(plan))
  const of = (studentId: string | undefined) => due.find((line) => line.studentId === studentId)?.made.discounts.map(({ kind }) => kind)
  expect([of(older), of(younger), of(third)]).toEqual([[], ['sibling'], ['staff_child']])
})
