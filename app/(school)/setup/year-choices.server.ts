import 'server-only'
import { getSetup } from '@/lib/domain/academics/setup.server'
import type { Ctx } from '@/lib/platform/context'

/** Academic years as choices, the current one first. */
export async function yearChoices(ctx: Ctx) {
  const { years } = await getSetup(ctx)
  return [...years].sort((a, b) => Number(b.current) - Number(a.current)).map(({ id, name }) => ({ value: id, label: name }))
}
