import { z } from 'zod'
import { optionalText, orNothing } from '@/lib/platform/catalog'
import { defineList } from '@/lib/platform/list'
import { equalParts, moneyInput, sumOf, type Minor } from '@/lib/platform/money'
import { plainDate, type PlainDate } from '@/lib/platform/time'
import { linesInput, reasonInput } from './invoice'

export const billingCycles = ['one_time', 'weekly', 'monthly', 'quarterly', 'term', 'semester', 'annual', 'custom'] as const
export type BillingCycle = (typeof billingCycles)[number]

export const instalmentInput = z.object({ period: plainDate, dueDate: plainDate, amount: moneyInput })
export type Instalment = z.output<typeof instalmentInput>

export const feePlanInput = z.object({
  name: z.string().trim().min(1).max(300),
  academicYearId: z.uuid('feePlans.problems.year'),
  gradeId: orNothing(z.uuid()),
  billingCycle: z.enum(billingCycles),
  active: z.boolean(),
  notes: optionalText(2_000),
  lines: linesInput,
  instalments: z.array(instalmentInput).min(1).max(60),
}).superRefine(({ lines, instalments }, context) => {
  if (sumOf(lines.map(({ amount }) => amount)) !== sumOf(instalments.map(({ amount }) => amount))) context.addIssue({ code: 'custom', path: ['instalments'], message: 'feePlans.problems.sum' })
  if (new Set(instalments.map(({ period }) => period)).size !== instalments.length) context.addIssue({ code: 'custom', path: ['instalments'], message: 'feePlans.problems.periodTwice' })
})
export type FeePlanInput = z.input<typeof feePlanInput>

/** How many months a cycle's period has; the others have no rhythm of their own. */
const months: Partial<Record<BillingCycle, number>> = { monthly: 1, quarterly: 3, semester: 6, annual: 12 }

/** The same day so many months on, or the last day of that month. */
function monthsAfter(date: PlainDate, count: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map((part) => parseInt(part, 10))
  const first = new Date(Date.UTC(year, month - 1 + count, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last))).toISOString().slice(0, 10)
}

/** The days on which a cycle's periods begin within a year; terms begin when the school says. */
export function periodsOf(cycle: BillingCycle, { startDate, endDate, terms }: { startDate: PlainDate; endDate: PlainDate; terms: readonly PlainDate[] }): PlainDate[] {
  if (cycle === 'term') return terms.length > 0 ? [...terms] : [startDate]
  const step = months[cycle]
  if (cycle === 'weekly') return weeks(startDate, endDate)
  if (step === undefined) return [startDate]
  const periods: PlainDate[] = []
  for (let at = 0; monthsAfter(startDate, at) < endDate && periods.length < 60; at += step) periods.push(monthsAfter(startDate, at))
  return periods
}

function weeks(startDate: PlainDate, endDate: PlainDate): PlainDate[] {
  const periods: PlainDate[] = []
  for (let day = Date.parse(`${startDate}T00:00:00Z`); periods.length < 60; day += 7 * 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10)
    if (date >= endDate) break
    periods.push(date)
  }
  return periods
}

/** A schedule that sums to the total, due on the first day of each period. */
export const scheduleOf = (total: Minor, periods: readonly PlainDate[], unit: Minor = 1): Instalment[] => equalParts(total, periods.length, unit).map((amount, at) => ({ period: periods[at] ?? '', dueDate: periods[at] ?? '', amount })).filter(({ amount }) => amount > 0)

/** What a plan is called in its history. */
export const feePlan = {
  name: 'fee-plan',
  entity: 'fee_plans',
  fields: {
    name: { kind: 'text', label: 'feePlans.fields.name' },
    academicYearId: { kind: 'link', label: 'feePlans.fields.year', of: 'year' },
    gradeId: { kind: 'link', label: 'feePlans.fields.grade', of: 'grade', optional: true },
    billingCycle: { kind: 'choice', label: 'feePlans.fields.cycle', words: 'feePlans.cycles' },
    total: { kind: 'text', label: 'feePlans.fields.total' },
    active: { kind: 'flag', label: 'feePlans.fields.active' },
    notes: { kind: 'long', label: 'feePlans.fields.notes', optional: true },
  },
} as const

export const feePlanList = defineList({
  filters: { year: z.uuid(), grade: z.uuid(), active: z.enum(['yes', 'no']) },
  sorts: { name: ['name'] },
  defaultSort: 'name',
})

export const runInput = z.object({ feePlanId: z.uuid(), period: plainDate, campusId: orNothing(z.uuid()), issueDate: plainDate, dueDate: plainDate, idempotencyKey: z.uuid() })
  .refine(({ issueDate, dueDate }) => dueDate >= issueDate, { path: ['dueDate'], message: 'invoices.problems.dueDate' })
export type RunInput = z.output<typeof runInput>

/** What the form of a run holds; its key comes with the deed. */
export const runForm = z.object({ feePlanId: z.uuid(), period: plainDate, campusId: z.uuid().nullable(), issueDate: plainDate, dueDate: plainDate })
export const undoRunInput = z.object({ id: z.uuid(), reason: reasonInput })
export const isRunning = ({ state }: { state: keyof typeof runTone }) => state === 'waiting' || state === 'doing'
export const runTone = { waiting: 'quiet', doing: 'warn', done: 'ok', cancelled: 'quiet', undone: 'quiet' } as const
