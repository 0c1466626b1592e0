import 'server-only'
import { countStaff } from '@/lib/domain/people/public.server'
import { todayIn } from '@/lib/platform/clock.server'
import type { CampusBadge, Ctx } from '@/lib/platform/context'
import { daysAfter, fromDate, instantIn, toDate, type PlainDate } from '@/lib/platform/time'
import { readFortnight } from './frame.server'
import { inSteps } from './participation'
import { countTaken } from './participation.sql.server'
import { getWalkthroughOverview, overviewWeeks } from './walkthrough-overview.server'
import { weekOf, weeksUntil } from './week'

export type Share = { done: number; of: number }
export type DevelopmentWeek = {
  week: PlainDate
  /** Who has read the week's note; null where none was published. */
  note: (Share & { id: string }) | null
  quiz: Share
  /** Null where one may not read visits. */
  visits: number | null
  /** In steps, of weeks that are over; null where too few took part or one may not know. */
  checkIns: number | null
}
export type CampusDevelopment = {
  weeks: DevelopmentWeek[]
  visits: { total: number; timely: number; answered: number; unvisited: number; teachers: number } | null
  learners: { signs: number | null; personality: number | null } | null
}

type Person = { userId: string; campusId: string; since: PlainDate | null }

/** Who works at a campus with an account of their own, and since when: nobody is missing from weeks before they came. */
async function peopleOf({ db }: Ctx, campusIds: readonly string[]): Promise<Person[]> {
  const staff = await db.staff.findMany({ where: { campusId: { in: [...campusIds] }, status: 'active', userId: { not: null } }, select: { userId: true, campusId: true, hireDate: true } })
  return staff.map(({ userId, campusId, hireDate }) => ({ userId: userId!, campusId, since: hireDate && fromDate(hireDate) }))
}

/** Twelve weeks of a campus in all modules. What is somebody's own is told in steps and of weeks that are over only. */
export async function getCampusDevelopment(ctx: Ctx & { campus: CampusBadge }): Promise<CampusDevelopment> {
  const { db, campus: { id: campusId }, timeZone } = ctx
  const weeks = weeksUntil(todayIn(timeZone), overviewWeeks)
  const from = toDate(weeks[0]!)
  const monday = weekOf(todayIn(timeZone))
  const [people, notes, passed, visits, taken] = await Promise.all([
    peopleOf(ctx, [campusId]),
    ctx.can('READ_FRAME_ENTRIES') ? db.frameEntry.findMany({ where: { campusId, publishedAt: { not: null }, weekOf: { gte: from } }, select: { id: true, weekOf: true, reads: { select: { userId: true } } } }) : [],
    ctx.can('READ_QUIZ_RESULTS') ? db.safetyQuizResult.groupBy({ by: ['weekOf', 'userId'], where: { campusId, passed: true, weekOf: { gte: from } } }) : [],
    ctx.can('CREATE_WALKTHROUGHS') ? getWalkthroughOverview(ctx) : null,
    ctx.can('READ_WELLBEING_TRENDS') ? countTaken(db, { campusId, from: weeks[0]!, before: monday, moment: instantIn(timeZone, monday, '00:00') }) : null,
  ])
  const share = (week: PlainDate, done: ReadonlySet<string>): Share => {
    const here = people.filter(({ since }) => since === null || since <= daysAfter(week, 6))
    return { done: here.filter(({ userId }) => done.has(userId)).length, of: here.length }
  }
  const counted = (kind: 'signs' | 'personality') => inSteps(taken?.find((one) => one.kind === kind)?.people ?? 0)
  return {
    weeks: weeks.map((week) => {
      const note = notes.find((one) => fromDate(one.weekOf) === week)
      return {
        week, note: note ? { id: note.id, ...share(week, new Set(note.reads.map(({ userId }) => userId))) } : null,
        quiz: share(week, new Set(passed.filter((one) => fromDate(one.weekOf) === week).map(({ userId }) => userId))),
        visits: visits && (visits.trends.find((one) => one.week === week)?.visits ?? 0),
        checkIns: inSteps(taken?.find((one) => one.kind === 'checkIns' && one.week === week)?.people ?? 0),
      }
    }),
    visits: visits && { total: visits.total, timely: visits.timely, answered: visits.answered, unvisited: visits.unvisited, teachers: visits.teacherCount },
    learners: taken && { signs: counted('signs'), personality: counted('personality') },
  }
}

export type DevelopmentPulse = { quiz: Share | null; note: (Share & { /** Of one campus alone. */ id: string | null }) | null }

/** For the first screen: who has passed this week's quiz, and who has read the last note of their campus. */
export async function getDevelopmentPulse(ctx: Ctx): Promise<DevelopmentPulse> {
  const { db, campus, campuses, timeZone } = ctx
  const campusIds = (campus ? [campus] : campuses).map(({ id }) => id)
  const week = weekOf(todayIn(timeZone))
  const here = { campusId: { in: campusIds } }
  const working = { status: 'active' as const, userId: { not: null } }
  const count = (where: object) => db.staff.count({ where: { ...here, ...working, ...where } })
  const [{ withAccount: of }, done, fortnight] = await Promise.all([
    countStaff(ctx),
    ctx.can('READ_QUIZ_RESULTS') ? count({ user: { safetyQuizResults: { some: { ...here, passed: true, weekOf: toDate(week) } } } }) : 0,
    ctx.can('UPDATE_FRAME_ENTRIES') ? readFortnight(ctx) : [],
  ])
  const last = campusIds.flatMap((id) => fortnight.find(({ campusId, publishedAt }) => campusId === id && publishedAt) ?? [])
  const reached = { campusId: { in: last.flatMap(({ campusId }) => campusId ?? []) } }
  const [read, asked] = last.length === 0 ? [0, 0] : await Promise.all([
    db.frameRead.count({ where: { OR: last.map(({ id, campusId }) => ({ frameEntryId: id, user: { staff: { some: { ...working, campusId: campusId! } } } })) } }),
    count(reached),
  ])
  return {
    quiz: ctx.can('READ_QUIZ_RESULTS') ? { done, of } : null,
    note: last.length === 0 ? null : { id: last.length === 1 ? last[0]!.id : null, done: read, of: asked },
  }
}
