import 'server-only'
import type { z } from 'zod'
import type { Seen } from '@/lib/platform/catalog'
import { machineTime } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { containing, countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { decimalOf, minorOf, sumOf, type Minor } from '@/lib/platform/money'
import { trashDays, type RemovedRow } from '@/lib/platform/record.server'
import { fromDate, toDate } from '@/lib/platform/time'
import { feePlan, type BillingCycle, type feePlanInput, type feePlanList, type Instalment } from './fee-plan'
import type { Line } from './reckoning'
import { amountsOfLines, assertWhole } from './whole'

type Input = z.output<typeof feePlanInput>
const shown = { id: true, name: true, billingCycle: true, totalAmount: true, active: true, notes: true, academicYearId: true, gradeId: true, updatedAt: true } as const

const columnsOf = ({ lines: _lines, instalments: _instalments, ...plan }: Input, total: Minor) => ({ ...plan, totalAmount: decimalOf(total) })
const historyOf = ({ lines: _lines, instalments: _instalments, ...plan }: Input, total: Minor) => ({ ...plan, total: decimalOf(total) })

async function writeParts(ctx: Ctx, tx: TenantDb, feePlanId: string, { lines, instalments }: Input): Promise<void> {
  assertWhole(ctx, { ...amountsOfLines('lines', lines), ...amountsOfLines('instalments', instalments) })
  await tx.feePlanLine.createMany({ data: lines.map((line, position) => ({ ...line, position, feePlanId, amount: decimalOf(line.amount) })) })
  await tx.feePlanInstalment.createMany({ data: instalments.map(({ period, dueDate, amount }, position) => ({ position, feePlanId, period: toDate(period), dueDate: toDate(dueDate), amount: decimalOf(amount) })) })
}

export const createFeePlan = (ctx: Ctx, input: Input): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const total = sumOf(input.lines.map(({ amount }) => amount))
    const { id } = await tx.feePlan.create({ data: columnsOf(input, total), select: { id: true } })
    await writeParts(ctx, tx, id, input)
    await writeHistory(tx, ctx, { deed: 'create-fee-plan', entity: feePlan.entity, id, after: historyOf(input, total) })
    return { id }
  })

/** What a run has begun it ends by the plan it began with. */
async function assertIdle(tx: TenantDb, feePlanId: string): Promise<void> {
  if ((await tx.invoiceRun.count({ where: { feePlanId, state: { in: ['waiting', 'doing'] } } })) > 0) throw new Refusal('conflict', 'feePlans.refusals.running')
}

/** A plan is written anew with its lines and instalments; what was issued keeps its own lines. */
export const updateFeePlan = (ctx: Ctx, input: Input & Seen): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const { id, seen, ...plan } = input
    const before = await getFeePlan({ db: tx }, id)
    const total = sumOf(plan.lines.map(({ amount }) => amount))
    const { count } = await tx.feePlan.updateMany({ where: { id, updatedAt: new Date(seen) }, data: columnsOf(plan, total) })
    if (count === 0) throw new Refusal('conflict', 'form.conflict.refusal')
    await assertIdle(tx, id)
    await tx.feePlanLine.deleteMany({ where: { feePlanId: id } })
    await tx.feePlanInstalment.deleteMany({ where: { feePlanId: id } })
    await writeParts(ctx, tx, id, plan)
    const { name, academicYearId, gradeId, billingCycle, active, notes } = before
    await writeHistory(tx, ctx, { deed: 'update-fee-plan', entity: feePlan.entity, id, before: { name, academicYearId, gradeId, billingCycle, active, notes, total: decimalOf(before.total) }, after: historyOf(plan, total) })
    return { id }
  })

/** A plan that has invoices stays: it is set inactive instead. */
export const removeFeePlan = (ctx: Ctx, { id, seen }: Seen): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const { name } = await getFeePlan({ db: tx }, id)
    const { count } = await tx.feePlan.deleteMany({ where: { id, updatedAt: new Date(seen), invoices: { none: {} } } })
    if (count === 0) throw (await tx.invoice.count({ where: { feePlanId: id } })) > 0 ? new Refusal('conflict', 'feePlans.refusals.hasInvoices') : new Refusal('conflict', 'form.conflict.refusal')
    await assertIdle(tx, id)
    await writeHistory(tx, ctx, { deed: 'remove-fee-plan', entity: feePlan.entity, id, before: { name } })
    return { id }
  })

export type FeePlanRecord = { id: string; seen: string; name: string; billingCycle: BillingCycle; total: Minor; active: boolean; notes: string | null; academicYearId: string; gradeId: string | null; yearName: string; gradeName: string | null; lines: Line[]; instalments: Instalment[] }

export async function getFeePlan({ db }: Pick<Ctx, 'db'>, id: string): Promise<FeePlanRecord> {
  const row = await db.feePlan.findFirst({
    where: { id },
    select: {
      ...shown, academicYear: { select: { name: true } }, grade: { select: { name: true } },
      lines: { orderBy: [{ position: 'asc' }, { id: 'asc' }], select: { description: true, amount: true, taxRate: true } },
      instalments: { orderBy: [{ period: 'asc' }, { id: 'asc' }], select: { period: true, dueDate: true, amount: true } },
    },
  })
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  const { updatedAt, totalAmount, academicYear, grade, lines, instalments, ...plan } = row
  return {
    ...plan, seen: updatedAt.toISOString(), total: minorOf(totalAmount), yearName: academicYear.name, gradeName: grade?.name ?? null,
    lines: lines.map((line) => ({ ...line, amount: minorOf(line.amount) })),
    instalments: instalments.map(({ period, dueDate, amount }) => ({ period: fromDate(period), dueDate: fromDate(dueDate), amount: minorOf(amount) })),
  }
}

export type FeePlanRow = { id: string; seen: string; name: string; billingCycle: BillingCycle; total: Minor; active: boolean; yearName: string; gradeName: string | null }

export function listFeePlans({ db }: Ctx, query: ListQuery<typeof feePlanList>): Promise<Paged<FeePlanRow>> {
  const { search, filters: { year, grade, active } } = query
  const matching = { ...(search ? { name: containing(search) } : {}), ...(year ? { academicYearId: year } : {}), ...(grade ? { gradeId: grade } : {}), ...(active ? { active: active === 'yes' } : {}) }
  return paged(query, {
    countCap,
    count: () => db.feePlan.count({ where: matching, take: countCap }),
    rows: async (keyset) => {
      const rows = await db.feePlan.findMany({ where: { AND: [matching, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take, select: { ...shown, academicYear: { select: { name: true } }, grade: { select: { name: true } } } })
      return rows.map(({ id, name, billingCycle, totalAmount, active: isActive, updatedAt, academicYear, grade: of }) => ({ id, name, billingCycle, total: minorOf(totalAmount), active: isActive, yearName: academicYear.name, gradeName: of?.name ?? null, seen: updatedAt.toISOString() }))
    },
  })
}

/** The academic years with what a schedule needs of them, the current one first. */
export async function listPlanYears({ db }: Ctx) {
  const rows = await db.academicYear.findMany({ orderBy: [{ current: 'desc' }, { startDate: 'desc' }, { id: 'asc' }], take: 20, select: { id: true, name: true, startDate: true, endDate: true, terms: { orderBy: [{ startDate: 'asc' }, { id: 'asc' }], select: { startDate: true } } } })
  return rows.map(({ id, name, startDate, endDate, terms }) => ({ value: id, label: name, startDate: fromDate(startDate), endDate: fromDate(endDate), terms: terms.map((term) => fromDate(term.startDate)) }))
}
export type PlanYear = Awaited<ReturnType<typeof listPlanYears>>[number]

/** Runs of all campuses as somebody sees them who is bound to one: with the invoices of the own. */
export async function withinReach<Run extends { id: string; made: number; wanted: number; total: Minor }>({ db, role }: Ctx, runs: readonly Run[]): Promise<readonly Run[]> {
  if (role.reach === 'organization' || runs.length === 0) return runs
  const sums = await db.invoice.groupBy({ by: ['runId'], where: { runId: { in: runs.map(({ id }) => id) } }, _count: { _all: true }, _sum: { totalAmount: true } })
  return runs.map((run) => {
    const own = sums.find(({ runId }) => runId === run.id)
    const made = own?._count._all ?? 0
    return { ...run, made, wanted: made, total: own?._sum.totalAmount ? minorOf(own._sum.totalAmount) : 0 }
  })
}

export const shownRun = { id: true, state: true, made: true, wanted: true, totalAmount: true, period: true } as const
export async function listPlanRuns(ctx: Ctx, feePlanId: string) {
  const rows = await ctx.db.invoiceRun.findMany({ where: { feePlanId }, orderBy: { id: 'desc' }, take: 50, select: shownRun })
  return withinReach(ctx, rows.map(({ totalAmount, period, ...run }) => ({ ...run, total: minorOf(totalAmount), period: fromDate(period) })))
}
export type PlanRun = Awaited<ReturnType<typeof listPlanRuns>>[number]

/** A plan that was removed by mistake is back with its lines and instalments. */
export const restoreFeePlan = (ctx: Ctx, { id }: { id: string }): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const { count } = await tx.feePlan.restore({ where: { id } })
    if (count === 0) throw new Refusal('not-found', 'trash.refusals.gone')
    await writeHistory(tx, ctx, { deed: 'restore-fee-plan', entity: feePlan.entity, id })
    return { id }
  })

/** The last plans removed, the newest first. */
export const removedFeePlans = async ({ db }: Ctx, most: number): Promise<RemovedRow[]> =>
  (await db.feePlan.findRemoved({ where: { deletedAt: { gte: new Date(machineTime().getTime() - trashDays * 86_400_000) } }, orderBy: [{ deletedAt: 'desc' }, { id: 'asc' }], take: most })).map(({ id, name, deletedAt, updatedAt, updatedById }) => ({ id, values: { name }, removedAt: deletedAt ?? updatedAt, by: updatedById }))
