import { toDate, type PlainDate } from '@/lib/platform/time'

type Person = { firstName: string; lastName: string }

export const teacherName = { select: { firstName: true, lastName: true } } as const

/** What is known of a class's teachers on a day: whose it is now, and whose its roster says it was. */
export const teachersOn = (date: PlainDate) => ({
  homeroomTeacher: teacherName,
  classTeachers: {
    where: { AND: [{ OR: [{ startsOn: null }, { startsOn: { lte: toDate(date) } }] }, { OR: [{ endsOn: null }, { endsOn: { gte: toDate(date) } }] }] },
    orderBy: [{ main: 'desc' as const }, { startsOn: { sort: 'desc' as const, nulls: 'last' as const } }, { id: 'asc' as const }], take: 1, select: { staff: teacherName },
  },
})

type Taught = {
  session?: { teacher: Person | null } | undefined
  class: { homeroomTeacher: Person | null; classTeachers: readonly { staff: Person }[] }
  period?: { teacher: Person | null } | null
  /** Whether the day is over: then who teaches now says little. */
  isPast: boolean
}

/** Who taught a register on its day: whoever it was when it was taken, else whom the roster names, else whose class it is now. */
export function taughtBy({ session, class: { homeroomTeacher, classTeachers: [named] }, period, isPast }: Taught): string | null {
  const now = period ? period.teacher : homeroomTeacher
  const then = period && now ? null : named?.staff
  const person = session?.teacher ?? (isPast ? (then ?? now) : (now ?? then))
  return person ? `${person.firstName} ${person.lastName}`.trim() : null
}
