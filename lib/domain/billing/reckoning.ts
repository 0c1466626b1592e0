import { partsBy, portionOf, sumOf, type Minor } from '@/lib/platform/money'
import type { PlainDate } from '@/lib/platform/time'

export type Line = { description: string; amount: Minor; taxRate: number }
export const discountKinds = ['sibling', 'staff_child', 'early_bird', 'scholarship', 'by_hand'] as const
export type DiscountKind = (typeof discountKinds)[number]
export type Rule = { id: string; name: string; kind: DiscountKind; position: number; percent: number | null; amount: Minor | null; fromChild: number | null; until: PlainDate | null }

/** What the rules ask of a student: which child of the family, whether somebody at home works here, since when, and what was granted. */
export type Standing = { child: number; staffChild: boolean; enrolledOn: PlainDate | null; granted: ReadonlyMap<string, string | null> }
/** How much a rule took off, and why it applies. */
export type Taken = { ruleId: string; name: string; kind: DiscountKind; reason: string | null; amount: Minor }
export type Reckoned = { lines: (Line & { discountAmount: Minor; taxAmount: Minor })[]; discounts: Taken[]; subtotal: Minor; discountAmount: Minor; taxAmount: Minor; total: Minor }

const applies: Record<DiscountKind, (rule: Rule, standing: Standing) => boolean> = {
  sibling: ({ fromChild }, { child }) => fromChild !== null && child >= fromChild,
  staff_child: (_rule, { staffChild }) => staffChild,
  early_bird: ({ until }, { enrolledOn }) => until !== null && enrolledOn !== null && enrolledOn <= until,
  scholarship: ({ id }, { granted }) => granted.has(id),
  by_hand: ({ id }, { granted }) => granted.has(id),
}

/** Rules in their stated order, each on what the ones before it left; together never more than there is. */
export function discountsOf(subtotal: Minor, rules: readonly Rule[], standing: Standing, unit: Minor = 1): Taken[] {
  let left = subtotal
  const taken: Taken[] = []
  for (const rule of [...rules].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))) {
    if (!applies[rule.kind](rule, standing)) continue
    const amount = Math.min(left, rule.percent === null ? (rule.amount ?? 0) : portionOf(left, rule.percent, left % unit === 0 ? unit : 1))
    if (amount === 0) continue
    left -= amount
    taken.push({ ruleId: rule.id, name: rule.name, kind: rule.kind, reason: standing.granted.get(rule.id) ?? null, amount })
  }
  return taken
}

/** An invoice of lines: discounts spread over the lines in proportion, tax on what is left of each; in whole units where the lines are. */
export function reckon(lines: readonly Line[], discounts: readonly Taken[] = [], currencyUnit: Minor = 1): Reckoned {
  const unit = lines.every(({ amount }) => amount % currencyUnit === 0) ? currencyUnit : 1
  const subtotal = sumOf(lines.map(({ amount }) => amount))
  const discountAmount = sumOf(discounts.map(({ amount }) => amount))
  const off = partsBy(discountAmount, lines.map(({ amount }) => amount), unit)
  const taxed = lines.map((line, at) => {
    const discount = off[at] ?? 0
    return { ...line, discountAmount: discount, taxAmount: portionOf(line.amount - discount, line.taxRate, unit) }
  })
  const taxAmount = sumOf(taxed.map((line) => line.taxAmount))
  return { lines: taxed, discounts: [...discounts], subtotal, discountAmount, taxAmount, total: subtotal - discountAmount + taxAmount }
}

/**
 * The lines of each instalment: each instalment's sum to its amount, and each line's over all instalments to the line. One
 * instalment after the other takes its part of what is left of every line; the last one takes the rest.
 */
export function instalmentLines(lines: readonly Line[], instalments: readonly Minor[], unit: Minor = 1): Line[][] {
  const left = lines.map(({ amount }) => amount)
  return instalments.map((instalment) => {
    const parts = partsBy(instalment, left, left.every((amount) => amount % unit === 0) ? unit : 1)
    for (const [at, part] of parts.entries()) left[at] = (left[at] ?? 0) - part
    return lines.flatMap((line, at) => (parts[at] ? [{ ...line, amount: parts[at] }] : []))
  })
}
