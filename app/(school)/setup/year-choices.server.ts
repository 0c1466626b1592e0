import 'server-only'
import { listYears } from '@/lib/domain/academics/setup.server'
import type { Ctx } from '@/lib/platform/context'

/** Academic years as choices, the current one first. */
export async function yearChoices(ctx: Ctx) {
  return (await listYears(ctx)).sort((a, b) => Number(b.current) - Number(a.current)).map(({ id, name }) => ({ value: id, label: name }))
}
