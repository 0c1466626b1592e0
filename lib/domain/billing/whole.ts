import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { unitOf, type Minor } from '@/lib/platform/money'

/** A currency without cents has none in what is typed either: amounts by the names of their fields. */
export function assertWhole({ organization }: Pick<Ctx, 'organization'>, amounts: Readonly<Record<string, Minor | null>>): void {
  const unit = unitOf(organization.currency)
  const broken = Object.entries(amounts).filter(([, amount]) => amount !== null && amount % unit !== 0)
  if (broken.length > 0) throw new Refusal('invalid', 'errors.refusals.invalid', { fields: Object.fromEntries(broken.map(([name]) => [name, { key: 'form.problems.amountWhole' }])) })
}

/** The amounts of the lines of a form, by the names of their fields. */
export const amountsOfLines = (name: string, lines: readonly { amount: Minor }[]): Record<string, Minor> => Object.fromEntries(lines.map(({ amount }, at) => [`${name}.${at}.amount`, amount]))
