import 'server-only'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { minorOf, sumFrom, sumOf, type Minor } from '@/lib/platform/money'
import { daysAfter, fromDate, type PlainDate } from '@/lib/platform/time'
import { shownRun, withinReach } from './fee-plan.server'
import { sumCollected, sumDue, sumMonths, sumOpen, sumPlanned } from './overview.sql.server'

export const ages = ['current', '30', '60', '90'] as const
export type Age = (typeof ages)[number]

const elevenMonthsBefore = (date: PlainDate): PlainDate => {
  const [year = 0, month = 1] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 10)
}

/** The campuses whose sums somebody sees. Whoever is bound to classes sees no invoice, and so no sum of any. */
const placesOf = (ctx: Ctx) => (ctx.role.reach === 'class' ? [] : ctx.campus ? [ctx.campus] : ctx.campuses).map(({ id, timeZone: zone }) => ({ id, today: todayIn(zone) }))
const totalOf = (rows: Awaited<ReturnType<typeof sumOpen>>) => sumOf(rows.map(({ amount }) => sumFrom(amount)))
const lateOf = (rows: Awaited<ReturnType<typeof sumOpen>>) => totalOf(rows.filter(({ age }) => age !== 'current'))

/** What is owed in all, and how much of it is late. */
export async function getOwed(ctx: Ctx): Promise<{ owed: Minor; late: Minor }> {
  const open = await sumOpen(ctx.db, placesOf(ctx))
  return { owed: totalOf(open), late: lateOf(open) }
}

type Row = { issued: Minor; collected: Minor }
const taken = (rows: Awaited<ReturnType<typeof sumMonths>>): Row => ({ issued: sumOf(rows.filter(({ kind }) => kind === 'issued').map(({ amount }) => sumFrom(amount))), collected: sumOf(rows.filter(({ kind }) => kind === 'received_month').map(({ amount }) => sumFrom(amount))) })
const monthsFrom = (from: PlainDate, count: number) => {
  const [year = 0, month = 1] = from.split('-').map(Number)
  return Array.from({ length: count }, (_, at) => new Date(Date.UTC(year, month - 1 + at, 1)).toISOString().slice(0, 7))
}
const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)]

export type BillingOverview = Awaited<ReturnType<typeof getBillingOverview>>

/** What is owed and since when, what came in, what was issued, and what discounts cost: of the chosen campus, or of all within reach. */
export async function getBillingOverview(ctx: Ctx) {
  const { db, campus, timeZone } = ctx
  const campuses = placesOf(ctx)
  const ids = campuses.map(({ id }) => id)
  const today = todayIn(timeZone)
  const from = elevenMonthsBefore(today)
  const [open, due, days, sums, runs] = await Promise.all([
    sumOpen(db, campuses), sumDue(db, campuses), sumCollected(db, campuses), sumMonths(db, ids, { from, until: daysAfter(today, 1) }),
    db.invoiceRun.findMany({ where: campus ? { OR: [{ campusId: null }, { campusId: campus.id }] } : {}, orderBy: { id: 'desc' }, take: 5, select: { ...shownRun, feePlan: { select: { id: true, name: true } } } }),
  ])
  const discounts = sums.filter(({ kind }) => kind === 'discount')
  return {
    today,
    owed: totalOf(open),
    late: lateOf(open),
    byAge: ages.map((age) => ({ age, invoices: open.filter((row) => row.age === age).reduce((sum, { invoices }) => sum + invoices, 0), amount: totalOf(open.filter((row) => row.age === age)) })),
    byCampus: ids.map((id) => ({ id, amount: totalOf(open.filter(({ campusId }) => campusId === id)) })),
    due: { invoices: due.invoices, amount: sumFrom(due.amount) },
    collected: sumOf(days.map(({ amount }) => sumFrom(amount))),
    days: days.map(({ day, method, amount }) => ({ day, method, amount: sumFrom(amount) })),
    months: monthsFrom(from, 12).map((month) => ({ month, ...taken(sums.filter((row) => row.month === month)) })),
    discounts: distinct(discounts.map(({ part }) => part)).sort().map((part) => {
      const rows = discounts.filter((row) => row.part === part)
      return { kind: part, invoices: rows.reduce((sum, { count }) => sum + count, 0), amount: sumOf(rows.map(({ amount }) => sumFrom(amount))) }
    }),
    runs: await withinReach(ctx, runs.map(({ period, feePlan, totalAmount, ...run }) => ({ ...run, total: minorOf(totalAmount), period: fromDate(period), plan: feePlan }))),
  }
}

export type PlanRow = Row & { key: string; planned: Minor; discount: Minor }
export type PlanAndActual = { months: PlanRow[]; campuses: PlanRow[]; grades: PlanRow[] }

/** A year's plan beside what became of it, by month, campus and grade; what stands in no grade has an empty key. */
export async function getPlanAndActual(ctx: Ctx, year: { id: string; startDate: PlainDate; endDate: PlainDate }): Promise<PlanAndActual> {
  const ids = placesOf(ctx).map(({ id }) => id)
  const [planned, sums] = await Promise.all([sumPlanned(ctx.db, ids, year.id), sumMonths(ctx.db, ids, { from: year.startDate, until: year.endDate })])
  const by = (keyOf: (row: { month: string; campusId: string; gradeId: string | null }) => string, keys: readonly string[]): PlanRow[] =>
    keys.map((key) => {
      const [plan, actual] = [planned.filter((row) => keyOf(row) === key), sums.filter((row) => keyOf(row) === key)]
      return { key, planned: sumOf(plan.map(({ amount }) => sumFrom(amount))), ...taken(actual), discount: sumOf(actual.filter(({ kind }) => kind === 'discount').map(({ amount }) => sumFrom(amount))) }
    })
  const all = [...planned, ...sums]
  return {
    months: by(({ month }) => month, distinct(all.map(({ month }) => month)).sort()),
    campuses: by(({ campusId }) => campusId, ids),
    grades: by(({ gradeId }) => gradeId ?? '', distinct(all.map(({ gradeId }) => gradeId ?? ''))),
  }
}
