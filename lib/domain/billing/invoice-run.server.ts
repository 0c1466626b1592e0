import 'server-only'
import { z } from 'zod'
import { listedName } from '@/lib/domain/people/public.server'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { tenantTransaction } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { defineJob, demandOpen, enqueue } from '@/lib/platform/jobs.server'
import { decimalOf, sumOf, unitOf, type Minor } from '@/lib/platform/money'
import { once } from '@/lib/platform/once.server'
import { fromDate, toDate, type PlainDate } from '@/lib/platform/time'
import { listRules, standingsOf } from './family.server'
import type { RunInput } from './fee-plan'
import { getFeePlan, type FeePlanRecord } from './fee-plan.server'
import { makeInvoices, voidRun, type Sent } from './invoice-run.sql.server'
import { discountsOf, instalmentLines, reckon, type Line, type Reckoned, type Rule } from './reckoning'

const chunk = 500
type Whom = Pick<RunInput, 'feePlanId' | 'period' | 'campusId' | 'issueDate'>

/** What a plan charges for in one of its periods. */
function linesOf(plan: FeePlanRecord, period: PlainDate, unit: Minor): Line[] {
  const at = plan.instalments.findIndex((instalment) => instalment.period === period)
  const lines = instalmentLines(plan.lines, plan.instalments.map(({ amount }) => amount), unit)[at]
  if (!lines) throw new Refusal('conflict', 'feePlans.refusals.noPeriod', { fields: { period: { key: 'feePlans.refusals.noPeriod' } } })
  return lines
}

/** Students with a seat in the plan's grade on the day, and those of them who have their invoice. Two plain lists: as one condition over three relations it takes minutes. */
async function whom(db: TenantDb, plan: FeePlanRecord, { period, campusId, issueDate }: Whom): Promise<{ seated: string[]; served: Set<string> }> {
  const day = toDate(issueDate)
  const [seats, invoices] = await Promise.all([
    db.classEnrollment.findMany({
      where: { status: 'active', enrolledOn: { lte: day }, OR: [{ endedOn: null }, { endedOn: { gte: day } }], class: { academicYearId: plan.academicYearId, ...(plan.gradeId ? { gradeId: plan.gradeId } : {}) }, ...(campusId ? { student: { campusId } } : {}) },
      orderBy: { studentId: 'asc' }, select: { studentId: true },
    }),
    db.invoice.findMany({ where: { feePlanId: plan.id, billingPeriod: toDate(period), status: { not: 'void' } }, orderBy: { id: 'asc' }, select: { studentId: true } }),
  ])
  return { seated: [...new Set(seats.map(({ studentId }) => studentId))], served: new Set(invoices.map(({ studentId }) => studentId)) }
}

export type RunLine = { studentId: string; name: string; number: string; campusId: string; made: Reckoned }
export type LeftOut = { studentId: string; name: string; why: 'served' | 'away' | 'nothing' }

async function reckonAll(db: TenantDb, { lines, rules, ids, on, unit }: { lines: readonly Line[]; rules: readonly Rule[]; ids: readonly string[]; on: PlainDate; unit: Minor }): Promise<{ due: RunLine[]; left: LeftOut[] }> {
  const [students, standings] = await Promise.all([
    db.student.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: 'asc' }, select: { id: true, firstName: true, lastName: true, studentNumber: true, status: true, campusId: true } }),
    standingsOf(db, ids, on),
  ])
  const subtotal = sumOf(lines.map(({ amount }) => amount))
  const due: RunLine[] = []
  const left: LeftOut[] = []
  for (const { id, firstName, lastName, studentNumber, status, campusId } of students) {
    const standing = standings.get(id)
    const name = listedName({ firstName, lastName })
    const made = standing && reckon(lines, discountsOf(subtotal, rules, standing, unit), unit)
    if (status !== 'active') left.push({ studentId: id, name, why: 'away' })
    else if (!made || made.total === 0) left.push({ studentId: id, name, why: 'nothing' })
    else due.push({ studentId: id, name, number: studentNumber, campusId, made })
  }
  return { due, left }
}

function chunks(ids: readonly string[]): string[][] {
  const parts: string[][] = []
  for (let at = 0; at < ids.length; at += chunk) parts.push(ids.slice(at, at + chunk))
  return parts
}

export type RunPreview = { due: RunLine[]; left: LeftOut[]; total: Minor }

/** Who would get an invoice and of how much, who would not and why. */
export async function previewRun({ db, organization }: Pick<Ctx, 'db' | 'organization'>, asked: Whom): Promise<RunPreview> {
  const plan = await getFeePlan({ db }, asked.feePlanId)
  const unit = unitOf(organization.currency)
  const lines = linesOf(plan, asked.period, unit)
  const [{ seated, served }, rules] = await Promise.all([whom(db, plan, asked), listRules(db)])
  const due: RunLine[] = []
  const left: LeftOut[] = []
  for (const ids of chunks(seated)) {
    const part = await reckonAll(db, { lines, rules, ids, on: asked.issueDate, unit })
    due.push(...part.due.filter(({ studentId }) => !served.has(studentId)))
    left.push(...part.left, ...part.due.filter(({ studentId }) => served.has(studentId)).map(({ studentId, name }) => ({ studentId, name, why: 'served' as const })))
  }
  return { due, left, total: sumOf(due.map(({ made }) => made.total)) }
}

const sentOf = ({ studentId, campusId, made }: RunLine): Sent => ({
  studentId, campusId, subtotal: decimalOf(made.subtotal), discount: decimalOf(made.discountAmount), tax: decimalOf(made.taxAmount), total: decimalOf(made.total),
  lines: made.lines.map(({ description, amount, discountAmount, taxRate, taxAmount }, position) => ({ position, description, amount: decimalOf(amount), discount: decimalOf(discountAmount), tax_rate: taxRate, tax: decimalOf(taxAmount) })),
  discounts: made.discounts.map(({ ruleId, name, kind, reason, amount }, position) => ({ position, rule: ruleId, name, kind, reason, amount: decimalOf(amount) })),
})

/** Does what is left of a run, part by part: a part is whole or not there, and whoever has an invoice is passed over. */
export async function performRun(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const { db } = ctx
  const run = await db.invoiceRun.findFirst({ where: { id, state: { in: ['waiting', 'doing'] } }, select: { feePlanId: true, campusId: true, period: true, issueDate: true, dueDate: true } })
  if (!run) return
  const asked = { feePlanId: run.feePlanId, campusId: run.campusId, period: fromDate(run.period), issueDate: fromDate(run.issueDate), dueDate: fromDate(run.dueDate) }
  const plan = await getFeePlan(ctx, run.feePlanId)
  const unit = unitOf(ctx.organization.currency)
  const lines = linesOf(plan, asked.period, unit)
  const [{ seated, served }, rules] = await Promise.all([whom(db, plan, asked), listRules(db)])
  for (const ids of chunks(seated.filter((studentId) => !served.has(studentId)))) {
    await demandOpen(ctx)
    const { due } = await reckonAll(db, { lines, rules, ids, on: asked.issueDate, unit })
    if (due.length > 0 && !(await tenantTransaction(ctx, (sql) => makeInvoices(sql, { id, ...asked, actorId: ctx.user.id }, due.map(sentOf))))) return
  }
  await db.$transaction(async (tx) => {
    const { count } = await tx.invoiceRun.updateMany({ where: { id, state: { in: ['waiting', 'doing'] } }, data: { state: 'done' } })
    if (count > 0) await writeHistory(tx, ctx, { deed: 'finish-run', entity: 'invoice_runs', id })
  })
}

export const runJob = defineJob({ kind: 'invoice-run', payload: z.object({ id: z.uuid() }), run: performRun })

/** Leaves the run to the worker. */
export const startRun = (ctx: Ctx, { idempotencyKey, ...asked }: RunInput): Promise<{ id: string }> =>
  once(ctx, { deed: 'start-run', key: idempotencyKey, request: asked }, async (tx) => {
    // Held until the run is there: nobody changes the plan between its preview and its invoices.
    await tx.feePlan.updateMany({ where: { id: asked.feePlanId }, data: {} })
    const { due } = await previewRun({ ...ctx, db: tx }, asked)
    if (due.length === 0) throw new Refusal('conflict', 'feePlans.refusals.nobody')
    const { feePlanId, campusId, period, issueDate, dueDate } = asked
    const { id } = await tx.invoiceRun.create({ data: { feePlanId, campusId, period: toDate(period), issueDate: toDate(issueDate), dueDate: toDate(dueDate), wanted: due.length }, select: { id: true } })
    await writeHistory(tx, ctx, { deed: 'start-run', entity: 'invoice_runs', id, after: { feePlanId, period, wanted: due.length } })
    await enqueue(ctx, runJob, { id }, { tx })
    return { id }
  })

/** Runs that somebody may end: who is bound to a campus sees those of all campuses too, and ends among them only what they began. */
const endable = ({ role, user }: Ctx) => (role.reach === 'organization' ? {} : { OR: [{ campusId: { not: null } }, { createdById: user.id }] })

/** Stops a run between two parts; what is made stays. */
export const cancelRun = (ctx: Ctx, { id }: { id: string }): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const { count } = await tx.invoiceRun.updateMany({ where: { id, state: { in: ['waiting', 'doing'] }, ...endable(ctx) }, data: { state: 'cancelled' } })
    if (count === 0) throw new Refusal('conflict', 'feePlans.refusals.notRunning')
    await writeHistory(tx, ctx, { deed: 'cancel-run', entity: 'invoice_runs', id })
    return { id }
  })

/** Makes all invoices of a run void, while nothing of them is paid. */
export async function undoRun(ctx: Ctx, { id, reason }: { id: string; reason: string }): Promise<{ id: string; count: number }> {
  if (!(await ctx.db.invoiceRun.findFirst({ where: { id, ...endable(ctx) }, select: { id: true } }))) throw new Refusal('not-found', 'errors.refusals.notFound')
  const count = await tenantTransaction(ctx, async (sql) => {
    const done = await voidRun(sql, { id, actorId: ctx.user.id, on: todayIn(ctx.timeZone), reason })
    // Rolls back what was made void.
    if (done === null) throw new Refusal('conflict', 'feePlans.refusals.paid')
    return done
  })
  return { id, count }
}
