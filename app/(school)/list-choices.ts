import type { Ctx } from '@/lib/platform/context.server'

/** The campus filter: offered only where the switcher leaves several. */
export const campusChoices = (ctx: Ctx, label: string) =>
  ctx.campus ? [] : [{ name: 'campus', label, options: ctx.campuses.map(({ id, name }) => ({ value: id, label: name })) }]

/** The values of an enum as choices, named by its messages. */
export const wordChoices = <Value extends string>(values: readonly Value[], word: (value: Value) => string) => values.map((value) => ({ value, label: word(value) }))

/** The month that a number elsewhere led to: shown beside the other filters, to be taken off. */
export const monthChoice = (label: string, month: string | undefined, locale: string, name = 'month') =>
  month ? [{ name, label, options: [{ value: month, label: new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`)) }] }] : []
