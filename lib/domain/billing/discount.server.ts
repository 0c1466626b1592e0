import 'server-only'
import { z } from 'zod'
import { listedName } from '@/lib/domain/people/public.server'
import type { Seen } from '@/lib/platform/catalog'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { containing, countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { decimalOf, minorOf, type Minor } from '@/lib/platform/money'
import { fromDate, toDate, type PlainDate } from '@/lib/platform/time'
import { discount, isGranted, type discountInput, type discountList, type endGrantInput, type grantInput } from './discount'
import type { DiscountKind } from './reckoning'
import { assertWhole } from './whole'

type Written = z.output<typeof discountInput>
const { entity } = discount
const shown = { id: true, name: true, kind: true, position: true, percent: true, amount: true, fromChild: true, until: true, active: true, updatedAt: true } as const

export type DiscountRow = { id: string; seen: string; name: string; kind: DiscountKind; position: number; percent: number | null; amount: Minor | null; fromChild: number | null; until: PlainDate | null; active: boolean }
type Stored = Omit<DiscountRow, 'seen' | 'amount' | 'until'> & { amount: { toFixed: (places: number) => string } | null; until: Date | null; updatedAt: Date }
const rowOf = ({ amount, until, updatedAt, ...row }: Stored): DiscountRow => ({ ...row, amount: amount && minorOf(amount), until: until && fromDate(until), seen: updatedAt.toISOString() })

const columnsOf = ({ amount, until, ...rule }: Written) => ({ ...rule, amount: amount === null ? null : decimalOf(amount), until: until && toDate(until) })
const historyOf = ({ name, kind, percent, amount, position, fromChild, until, active }: Written | DiscountRow) => ({ name, kind, percent: percent === null ? null : `${decimalOf(percent)} %`, amount: amount === null ? null : decimalOf(amount), position, fromChild, until, active })

export async function getDiscount({ db }: Pick<Ctx, 'db'>, id: string): Promise<DiscountRow> {
  const row = z.uuid().safeParse(id).success ? await db.discountRule.findFirst({ where: { id }, select: shown }) : null
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  return rowOf(row)
}

export const createDiscount = (ctx: Ctx, input: Written): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    assertWhole(ctx, { amount: input.amount })
    const { id } = await tx.discountRule.create({ data: columnsOf(input), select: { id: true } })
    await writeHistory(tx, ctx, { deed: 'create-discount', entity, id, after: historyOf(input) })
    return { id }
  })

/** What was issued keeps what was taken off then. */
export const updateDiscount = (ctx: Ctx, { id, seen, ...input }: Written & Seen): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    assertWhole(ctx, { amount: input.amount })
    const before = await getDiscount({ db: tx }, id)
    const { count } = await tx.discountRule.updateMany({ where: { id, updatedAt: new Date(seen) }, data: columnsOf(input) })
    if (count === 0) throw new Refusal('conflict', 'form.conflict.refusal')
    await writeHistory(tx, ctx, { deed: 'update-discount', entity, id, before: historyOf(before), after: historyOf(input) })
    return { id }
  })

export async function listDiscounts({ db }: Ctx, query: ListQuery<typeof discountList>): Promise<Paged<DiscountRow>> {
  const { search, filters: { kind, active } } = query
  const matching = { ...(kind ? { kind } : {}), ...(active ? { active: active === 'yes' } : {}), ...(search ? { name: containing(search) } : {}) }
  const page = await paged(query, {
    countCap,
    count: () => db.discountRule.count({ where: matching, take: countCap }),
    rows: (keyset) => db.discountRule.findMany({ where: { AND: [matching, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take, select: shown }),
  })
  return { ...page, rows: page.rows.map(rowOf) }
}

export type Grant = { id: string; student: string; studentId: string; startsOn: PlainDate; endsOn: PlainDate | null; reason: string | null }

/** To whom a scholarship or a discount by hand is granted, the latest first. */
export async function listGrants({ db }: Ctx, ruleId: string): Promise<Grant[]> {
  const rows = await db.studentDiscount.findMany({ where: { ruleId }, orderBy: [{ startsOn: 'desc' }, { id: 'desc' }], take: 500, select: { id: true, studentId: true, startsOn: true, endsOn: true, reason: true, student: { select: { firstName: true, lastName: true } } } })
  return rows.map(({ startsOn, endsOn, student, ...row }) => ({ ...row, student: listedName(student), startsOn: fromDate(startsOn), endsOn: endsOn && fromDate(endsOn) }))
}

export const grantDiscount = (ctx: Ctx, { ruleId, studentId, startsOn, endsOn, reason }: z.output<typeof grantInput>): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const rule = await getDiscount({ db: tx }, ruleId)
    if (!isGranted(rule.kind)) throw new Refusal('invalid', 'discounts.refusals.follows')
    if (!(await tx.student.findFirst({ where: { id: studentId }, select: { id: true } }))) throw new Refusal('not-found', 'errors.refusals.notFound')
    const { id } = await tx.studentDiscount.create({ data: { ruleId, studentId, reason, startsOn: toDate(startsOn), endsOn: endsOn && toDate(endsOn) }, select: { id: true } })
    await writeHistory(tx, ctx, { deed: 'grant-discount', entity, id: ruleId, after: { studentId, startsOn, endsOn, reason } })
    return { id }
  })

/** Its last day; invoices of before keep it. */
export const endGrant = (ctx: Ctx, { id, endsOn }: z.output<typeof endGrantInput>): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const row = await tx.studentDiscount.findFirst({ where: { id }, select: { ruleId: true, studentId: true, startsOn: true, endsOn: true } })
    if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
    if (endsOn < fromDate(row.startsOn)) throw new Refusal('invalid', 'discounts.problems.ends', { fields: { endsOn: { key: 'discounts.problems.ends' } } })
    await tx.studentDiscount.updateMany({ where: { id }, data: { endsOn: toDate(endsOn) } })
    await writeHistory(tx, ctx, { deed: 'end-discount', entity, id: row.ruleId, before: { studentId: row.studentId, endsOn: row.endsOn && fromDate(row.endsOn) }, after: { studentId: row.studentId, endsOn } })
    return { id }
  })
