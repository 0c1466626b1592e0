import type { Ctx } from '@/lib/platform/context.server'

/** The campus filter: offered only where the switcher leaves several. */
export const campusChoices = (ctx: Ctx, label: string) =>
  ctx.campus ? [] : [{ name: 'campus', label, options: ctx.campuses.map(({ id, name }) => ({ value: id, label: name })) }]

/** The values of an enum as choices, named by its messages. */
export const wordChoices = <Value extends string>(values: readonly Value[], word: (value: Value) => string) => values.map((value) => ({ value, label: word(value) }))
