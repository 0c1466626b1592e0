import { toDate, type PlainDate } from '@/lib/platform/time'

/** Places that take a seat; whoever waits for one, or never came, is not in the class. */
export const seated = { notIn: ['pending' as const, 'waitlisted' as const, 'cancelled' as const, 'no_show' as const] }

/** Places that count as being in a class on a day: whoever leaves that day or later is in it still, and whoever is to come has the place already. */
export const inClassOn = (day: PlainDate) => ({ OR: [{ endedOn: null }, { endedOn: { gte: toDate(day) } }], status: seated })
export type InClass = ReturnType<typeof inClassOn>
