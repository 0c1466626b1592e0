import { createFeePlan } from '@/lib/domain/billing/fee-plan.server'
import { feePlanInput, periodsOf, scheduleOf } from '@/lib/domain/billing/fee-plan'
import { performRun } from '@/lib/domain/billing/invoice-run.server'
import { paymentInput } from '@/lib/domain/billing/payment'
import { recordPayment, reversePayment } from '@/lib/domain/billing/payment.server'
import type { Ctx } from '@/lib/platform/context'
import { decimalOf, minorOf, type Minor } from '@/lib/platform/money'
import { daysAfter, fromDate, toDate, type PlainDate } from '@/lib/platform/time'
import { ctxOf } from './a-school'
import { dice, fill } from './insert'
import { today, years } from './school-year'

const activities: Minor = 24_000
const tuition = (place: number): Minor => 480_000 + place * 15_000

/** Who pays for one child pays for the brothers and sisters as well; one child is of staff. */
const settleFamilies = (organizationId: string) =>
  fill(organizationId, async (_insert, client) => {
    // What was just filled has no statistics yet, and runs read it by its indexes.
    await client.query('ANALYZE students, class_enrollments, classes, guardians, guardian_links, staff')
    await client.query('UPDATE guardian_links SET pays = true WHERE "organizationId" = app_organization() AND "guardianId" IN (SELECT "guardianId" FROM guardian_links WHERE "organizationId" = app_organization() AND pays)')
    await client.query(`
      UPDATE guardians SET email = (SELECT email FROM staff WHERE "organizationId" = app_organization() AND staff_type = 'teacher' AND email IS NOT NULL ORDER BY employee_number LIMIT 1)
      WHERE "organizationId" = app_organization() AND id = (SELECT id FROM guardians WHERE "organizationId" = app_organization() ORDER BY id LIMIT 1)`)
  })

async function writeRules({ db }: Ctx): Promise<void> {
  await db.discountRule.createMany({
    data: [
      { name: 'Brothers and sisters', kind: 'sibling', position: 1, percent: 1_000, fromChild: 2 },
      { name: 'Children of staff', kind: 'staff_child', position: 2, percent: 2_500 },
      { name: 'Cedar scholarship', kind: 'scholarship', position: 3, percent: 5_000 },
    ],
  })
  const rule = await db.discountRule.findFirstOrThrow({ where: { kind: 'scholarship' }, select: { id: true } })
  const [student] = await db.student.findMany({ orderBy: { studentNumber: 'asc' }, skip: 20, take: 1, select: { id: true } })
  if (student) await db.studentDiscount.create({ data: { studentId: student.id, ruleId: rule.id, startsOn: toDate(years.current.start), reason: 'Granted by the board in June' } })
}

/** A plan for each grade, and the invoices of every period that has begun. */
async function issue(ctx: Ctx): Promise<void> {
  const year = await ctx.db.academicYear.findFirstOrThrow({ where: { current: true }, select: { id: true } })
  const grades = await ctx.db.grade.findMany({ where: { classes: { some: { academicYearId: year.id } } }, orderBy: { sortOrder: 'asc' }, select: { id: true, name: true } })
  const periods = periodsOf('quarterly', { startDate: years.current.start, endDate: years.current.end, terms: [] })
  for (const [place, grade] of grades.entries()) {
    const total = tuition(place) + activities
    const instalments = scheduleOf(total, periods).map(({ period, amount }) => ({ period, dueDate: daysAfter(period, 30), amount: decimalOf(amount) }))
    const lines = [{ description: 'Tuition', amount: decimalOf(tuition(place)), taxRate: '0' }, { description: 'Activities and materials', amount: decimalOf(activities), taxRate: '0' }]
    const { id: feePlanId } = await createFeePlan(ctx, feePlanInput.parse({ name: `${grade.name} ${years.current.name}`, academicYearId: year.id, gradeId: grade.id, billingCycle: 'quarterly', active: true, notes: '', lines, instalments }))
    for (const period of periods.filter((day) => day <= today)) {
      const { id } = await ctx.db.invoiceRun.create({ data: { feePlanId, period: toDate(period), issueDate: toDate(period), dueDate: toDate(daysAfter(period, 30)) }, select: { id: true } })
      await performRun(ctx, { id })
    }
  }
}

/** Most pay in time, some in part, some not yet: the older an invoice, the more of it has come. */
async function collect(ctx: Ctx, organizationId: string): Promise<void> {
  const luck = dice(77)
  const invoices = await ctx.db.invoice.findMany({ where: { status: 'issued' }, orderBy: { id: 'asc' }, select: { id: true, studentId: true, campusId: true, dueDate: true, balanceDue: true } })
  const methods = ['bank_transfer', 'bank_transfer', 'card', 'direct_debit', 'cash', 'cheque'] as const
  const paid = invoices.flatMap(({ id, studentId, campusId, dueDate, balanceDue }) => {
    const on: PlainDate = daysAfter(fromDate(dueDate), 4 - Math.floor(luck() * 30))
    const [comes, isPart, method] = [luck() < 0.9, luck() < 0.08, methods[Math.floor(luck() * methods.length)] ?? 'cash']
    const whole = minorOf(balanceDue)
    return comes && on < today ? [{ id: crypto.randomUUID(), invoiceId: id, studentId, campusId, on, method, amount: decimalOf(isPart ? Math.trunc(whole / 2) : whole) }] : []
  }).sort((a, b) => (a.on < b.on ? -1 : 1))
  await fill(organizationId, async (insert, client) => {
    await insert('payments', paid.map(({ on, ...payment }, at) => ({ ...payment, receipt_number: `REC-${String(at + 1).padStart(6, '0')}`, paid_at: `${on}T15:00:00Z`, status: 'succeeded', received_byId: ctx.user.staffId, organizationId, createdById: ctx.user.id, createdAt: `${on}T15:00:00Z`, updatedAt: `${on}T15:00:00Z` })))
    await client.query('UPDATE organizations SET next_receipt_number = $1 WHERE id = app_organization()', [paid.length + 1])
    await insert('payment_allocations', paid.map(({ id, invoiceId, amount, on }) => ({ id: crypto.randomUUID(), paymentId: id, invoiceId, amount, createdAt: `${on}T15:00:00Z`, createdById: ctx.user.id, organizationId })))
  })
}

/** A cheque that came back. */
async function bounce(ctx: Ctx): Promise<void> {
  const invoice = await ctx.db.invoice.findFirst({ where: { status: 'issued' }, orderBy: { id: 'asc' }, select: { id: true, studentId: true, balanceDue: true } })
  if (!invoice) return
  const amount = invoice.balanceDue.toFixed(2)
  const input = paymentInput.parse({ studentId: invoice.studentId, amount, method: 'cheque', paidOn: daysAfter(today, -1), reference: '004711', notes: '', allocations: [{ invoiceId: invoice.id, amount }], idempotencyKey: crypto.randomUUID() })
  const { id } = await recordPayment(ctx, input)
  await reversePayment(ctx, { id, reason: 'The cheque came back unpaid', idempotencyKey: crypto.randomUUID() })
}

/** Fee plans, invoices, payments and arrears, by the billing's own verbs. */
export async function billFamilies(organizationId: string, db: Ctx['db']): Promise<void> {
  await settleFamilies(organizationId)
  const clerk = (await db.user.findFirst({ where: { role: { key: 'finance' } }, orderBy: { id: 'asc' }, select: { id: true } })) ?? (await db.user.findFirstOrThrow({ where: { role: { key: 'organization_administrator' } }, orderBy: { id: 'asc' }, select: { id: true } }))
  const ctx = await ctxOf(clerk.id, organizationId)
  await writeRules(ctx)
  await issue(ctx)
  await collect(ctx, organizationId)
  await bounce(ctx)
}
