import type { getFormatter } from 'next-intl/server'
import { weeksUntil } from '@/lib/domain/development/week'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context.server'
import { toDate } from '@/lib/platform/time'

const count = 26

/** The last half year's weeks as choices of a list, the latest first; each is called by its Monday. */
export const weekChoices = (ctx: Ctx, label: string, format: Awaited<ReturnType<typeof getFormatter>>) => ({
  name: 'week', label, options: weeksUntil(todayIn(ctx.timeZone), count).reverse().map((week) => ({ value: week, label: format.dateTime(toDate(week), { dateStyle: 'medium', timeZone: 'UTC' }) })),
})
