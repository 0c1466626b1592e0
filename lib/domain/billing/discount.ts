import { z } from 'zod'
import { optionalText, orNothing, wholeNumber } from '@/lib/platform/catalog'
import { defineList } from '@/lib/platform/list'
import { moneyInput, percentInput, type Minor } from '@/lib/platform/money'
import { plainDate } from '@/lib/platform/time'
import { discountKinds } from './reckoning'

/** These go to the students to whom they are granted; the others follow from what is known. */
export const grantedKinds = ['scholarship', 'by_hand'] as const
export const isGranted = (kind: string) => grantedKinds.some((one) => one === kind)
export const discountMeasures = ['percent', 'amount'] as const

/** A rule takes a part or an amount off; what else it asks hangs on its kind. */
export const discountInput = z.object({
  name: z.string().trim().min(1).max(100),
  kind: z.enum(discountKinds),
  measure: z.enum(discountMeasures),
  percent: z.string(),
  amount: z.string(),
  position: wholeNumber,
  fromChild: z.string(),
  until: orNothing(plainDate),
  active: z.boolean(),
}).transform(({ measure, percent, amount, fromChild, until, ...rule }, context) => {
  const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  const part = measure === 'percent' ? percentInput.safeParse(percent) : null
  const fixed = measure === 'amount' ? moneyInput.safeParse(amount) : null
  if (part && !(part.success && part.data > 0)) wrong('percent', part.error?.issues[0]?.message ?? 'form.problems.amountPositive')
  if (fixed && !fixed.success) wrong('amount', fixed.error.issues[0]?.message ?? 'form.problems.amount')
  const child = /^\d{1,2}$/.test(fromChild.trim()) ? parseInt(fromChild, 10) : 0
  if (rule.kind === 'sibling' && (child < 2 || child > 20)) wrong('fromChild', 'discounts.problems.fromChild')
  if (rule.kind === 'early_bird' && until === null) wrong('until', 'form.problems.required')
  const taken: { percent: number | null; amount: Minor | null } = { percent: part?.data ?? null, amount: fixed?.data ?? null }
  return { ...rule, ...taken, fromChild: rule.kind === 'sibling' ? child : null, until: rule.kind === 'early_bird' ? until : null }
})
export type DiscountForm = z.input<typeof discountInput>

export const grantInput = z.object({ ruleId: z.uuid(), studentId: z.uuid('form.problems.required'), startsOn: plainDate, endsOn: orNothing(plainDate), reason: optionalText(300) })
  .refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, { path: ['endsOn'], message: 'discounts.problems.ends' })
export const endGrantInput = z.object({ id: z.uuid(), endsOn: plainDate })

/** What a rule is called in its history. */
export const discount = {
  name: 'discount',
  entity: 'discount_rules',
  fields: {
    name: { kind: 'text', label: 'discounts.fields.name' },
    kind: { kind: 'choice', label: 'discounts.fields.kind', words: 'invoices.kinds' },
    percent: { kind: 'text', label: 'discounts.fields.percent', optional: true },
    amount: { kind: 'text', label: 'discounts.fields.amount', optional: true },
    position: { kind: 'number', label: 'discounts.fields.position' },
    fromChild: { kind: 'number', label: 'discounts.fields.fromChild', optional: true },
    until: { kind: 'date', label: 'discounts.fields.until', optional: true },
    active: { kind: 'flag', label: 'discounts.fields.active' },
    studentId: { kind: 'link', label: 'invoices.fields.student', of: 'student', optional: true },
    startsOn: { kind: 'date', label: 'discounts.fields.startsOn', optional: true },
    endsOn: { kind: 'date', label: 'discounts.fields.endsOn', optional: true },
    reason: { kind: 'long', label: 'discounts.fields.reason', optional: true },
  },
} as const

export const discountList = defineList({ filters: { kind: z.enum(discountKinds), active: z.enum(['yes', 'no']) }, sorts: { position: [{ field: 'position', kind: 'number' }], name: ['name'] }, defaultSort: 'position' })
