import 'server-only'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { parseMoney, sumOf, type Minor } from '@/lib/platform/money'
import { fromDate, type PlainDate } from '@/lib/platform/time'
import { sumCollected, sumDiscounts, sumDue, sumMonths, sumOpen } from './overview.sql.server'

export const ages = ['current', '30', '60', '90'] as const
export type Age = (typeof ages)[number]

const minor = (text: string): Minor => parseMoney(text) ?? 0
const elevenMonthsBefore = (date: PlainDate): PlainDate => {
  const [year = 0, month = 1] = date.split('-').map(Number)
  return new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 10)
}

const placesOf = (ctx: Ctx) => (ctx.campus ? [ctx.campus] : ctx.campuses).map(({ id, timeZone: zone }) => ({ id, today: todayIn(zone) }))
const totalOf = (rows: Awaited<ReturnType<typeof sumOpen>>) => sumOf(rows.map(({ amount }) => minor(amount)))
const lateOf = (rows: Awaited<ReturnType<typeof sumOpen>>) => totalOf(rows.filter(({ age }) => age !== 'current'))

/** What is owed in all, and how much of it is late. */
export async function getOwed(ctx: Ctx): Promise<{ owed: Minor; late: Minor }> {
  const open = await sumOpen(ctx.db, placesOf(ctx))
  return { owed: totalOf(open), late: lateOf(open) }
}

export type BillingOverview = Awaited<ReturnType<typeof getBillingOverview>>

/** What is owed and since when, what came in, what was planned, and what discounts cost: of the chosen campus, or of all within reach. */
export async function getBillingOverview(ctx: Ctx) {
  const { db, campus, timeZone } = ctx
  const campuses = placesOf(ctx)
  const ids = campuses.map(({ id }) => id)
  const today = todayIn(timeZone)
  const from = elevenMonthsBefore(today)
  const [open, due, days, months, discounts, runs] = await Promise.all([
    sumOpen(db, campuses), sumDue(db, campuses), sumCollected(db, campuses), sumMonths(db, ids, from), sumDiscounts(db, ids, from),
    db.invoiceRun.findMany({ where: campus ? { OR: [{ campusId: null }, { campusId: campus.id }] } : {}, orderBy: { id: 'desc' }, take: 5, select: { id: true, state: true, made: true, wanted: true, period: true, feePlan: { select: { id: true, name: true } } } }),
  ])
  return {
    today,
    owed: totalOf(open),
    late: lateOf(open),
    byAge: ages.map((age) => ({ age, invoices: open.filter((row) => row.age === age).reduce((sum, { invoices }) => sum + invoices, 0), amount: totalOf(open.filter((row) => row.age === age)) })),
    byCampus: ids.map((id) => ({ id, amount: totalOf(open.filter(({ campusId }) => campusId === id)) })),
    due: { invoices: due.invoices, amount: minor(due.amount) },
    collected: sumOf(days.map(({ amount }) => minor(amount))),
    days: days.map(({ day, method, amount }) => ({ day, method, amount: minor(amount) })),
    months: months.map(({ month, issued, collected }) => ({ month, issued: minor(issued), collected: minor(collected) })),
    discounts: discounts.map(({ kind, students, amount }) => ({ kind, students, amount: minor(amount) })),
    runs: runs.map(({ period, feePlan, ...run }) => ({ ...run, period: fromDate(period), plan: feePlan })),
  }
}
