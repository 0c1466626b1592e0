import 'server-only'
import { z } from 'zod'
import type { Seen } from '@/lib/platform/catalog'
import type { Ctx } from '@/lib/platform/context'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { containing, countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { record } from '@/lib/platform/record.server'
import { fromTime, toTime, weekdays, type Weekday } from '@/lib/platform/time'
import { bellSchedule, daysOf, type Bell, type bellScheduleEditInput, type bellScheduleList, type WeekBells } from './bell-schedule'

type Row = Awaited<ReturnType<Ctx['db']['bellSchedule']['findMany']>>[number]
type Written = z.output<typeof bellScheduleEditInput>
type Periods = Written['periods']

const { periods: _periods, ...ownFields } = bellSchedule.fields
const verbs = record<Omit<Written, 'periods'>, Row>({ ...bellSchedule, fields: ownFields }, (db) => db.bellSchedule, [])

const flags = Object.fromEntries(weekdays.map((day) => [day, true])) as Record<Weekday, true>
const period = { id: true, name: true, startsAt: true, endsAt: true, kind: true } as const
const bells = { bellPeriods: { orderBy: { startsAt: 'asc' as const }, select: period } }

const bellOf = ({ startsAt, endsAt, ...bell }: { name: string; startsAt: Date; endsAt: Date; kind: Bell['kind'] }) => ({ ...bell, startsAt: fromTime(startsAt), endsAt: fromTime(endsAt) })
const told = (periods: readonly Omit<Bell, 'kind'>[]) => [...periods].sort((a, b) => a.startsAt.localeCompare(b.startsAt)).map(({ startsAt, endsAt, name }) => `${startsAt}–${endsAt} ${name}`).join(', ')

export type BellScheduleRecord = Awaited<ReturnType<typeof getBellSchedule>>

export async function getBellSchedule({ db }: Ctx, id: string) {
  const row = z.uuid().safeParse(id).success ? await db.bellSchedule.findFirst({ where: { id }, select: { id: true, name: true, campusId: true, updatedAt: true, ...flags, ...bells, campus: { select: { name: true } } } }) : null
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  const { updatedAt, bellPeriods, campus, ...rest } = row
  return { ...rest, seen: updatedAt.toISOString(), campusName: campus.name, periods: bellPeriods.map(({ id: periodId, ...one }) => ({ id: periodId, ...bellOf(one) })) }
}

const inserted = (periods: Periods, bellScheduleId: string) => periods.map(({ name, kind, startsAt, endsAt }) => ({ name, kind, bellScheduleId, startsAt: toTime(startsAt), endsAt: toTime(endsAt) }))
const flagsOf = (row: Record<Weekday, boolean>) => Object.fromEntries(weekdays.map((day) => [day, row[day]])) as Record<Weekday, boolean>

const create = (ctx: Ctx, { periods, ...input }: Written & { campusId: string }): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const { id } = await tx.bellSchedule.create({ data: input, select: { id: true } })
    await tx.bellPeriod.createMany({ data: inserted(periods, id) })
    await writeHistory(tx, ctx, { deed: 'create-bell-schedule', entity: 'bell_schedules', id, after: { ...input, periods: told(periods) } })
    return { id }
  })

type Known = Awaited<ReturnType<typeof getBellSchedule>>

/** Lessons of drafts go along with the bell they stood on; what is published keeps its times until something else is published. */
async function moveDrafts(tx: TenantDb, { campusId, ...known }: Known, periods: Periods) {
  const moves = await Promise.all(
    known.periods.flatMap((before) => {
      const after = periods.find(({ id }) => id === before.id)
      if (!after || (after.startsAt === before.startsAt && after.endsAt === before.endsAt && after.name === before.name)) return []
      const stood = { campusId, published: false, timetable: { deletedAt: null, status: 'draft' as const }, dayOfWeek: { in: daysOf(known) }, startsAt: toTime(before.startsAt), endsAt: toTime(before.endsAt) }
      return [tx.timetablePeriod.findMany({ where: stood, select: { id: true } }).then((rows) => ({ after, ids: rows.map(({ id }) => id) }))]
    }),
  )
  for (const { after, ids } of moves) await tx.timetablePeriod.updateMany({ where: { id: { in: ids } }, data: { startsAt: toTime(after.startsAt), endsAt: toTime(after.endsAt), name: after.name } })
}

const update = (ctx: Ctx, { id, seen, periods, ...input }: Written & Seen): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const known = await getBellSchedule({ ...ctx, db: tx }, id)
    const values = { name: input.name, ...flagsOf(input) }
    const { count } = await tx.bellSchedule.updateMany({ where: { id, updatedAt: new Date(seen) }, data: values })
    if (count === 0) throw new Refusal('conflict', 'timetables.refusals.bellsChanged')
    const ids = new Set(known.periods.map((one) => one.id))
    const kept = periods.filter((one) => ids.has(one.id))
    await tx.bellPeriod.deleteMany({ where: { bellScheduleId: id, id: { notIn: kept.map((one) => one.id) } } })
    for (const { id: periodId, name, kind, startsAt, endsAt } of kept) await tx.bellPeriod.updateMany({ where: { id: periodId }, data: { name, kind, startsAt: toTime(startsAt), endsAt: toTime(endsAt) } })
    await tx.bellPeriod.createMany({ data: inserted(periods.filter((one) => !ids.has(one.id)), id) })
    await moveDrafts(tx, known, kept)
    await writeHistory(tx, ctx, { deed: 'update-bell-schedule', entity: 'bell_schedules', id, before: { name: known.name, ...flagsOf(known), periods: told(known.periods) }, after: { ...values, periods: told(periods) } })
    return { id }
  })

export const bellSchedules = { ...verbs, create, update }

export type BellScheduleRow = { id: string; name: string; campusName: string; days: Weekday[]; lessons: number; from: string | null; until: string | null; seen: string }

/** Bell schedules within reach, by the list's filters, order and page. */
export async function listBellSchedules({ db, campus }: Ctx, query: ListQuery<typeof bellScheduleList>): Promise<Paged<BellScheduleRow>> {
  const { search, filters } = query
  const campusId = filters.campus ?? campus?.id
  const matching = { ...(campusId ? { campusId } : {}), ...(search ? { name: containing(search) } : {}) }
  const page = await paged(query, {
    countCap,
    count: () => db.bellSchedule.count({ where: matching, take: countCap }),
    rows: (keyset) => db.bellSchedule.findMany({ where: { AND: [matching, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take, select: { id: true, name: true, updatedAt: true, ...flags, ...bells, campus: { select: { name: true } } } }),
  })
  const rows = page.rows.map(({ id, name, updatedAt, campus: { name: campusName }, bellPeriods, ...row }) => ({
    id, name, campusName, seen: updatedAt.toISOString(), days: daysOf(row), lessons: bellPeriods.filter(({ kind }) => kind === 'lesson').length,
    from: bellPeriods[0] ? fromTime(bellPeriods[0].startsAt) : null, until: bellPeriods.at(-1) ? fromTime(bellPeriods.at(-1)!.endsAt) : null,
  }))
  return { ...page, rows }
}

/** The bells of each day of a campus's week. */
export async function readBells({ db }: Pick<Ctx, 'db'>, campusId: string): Promise<WeekBells> {
  const rows = await db.bellSchedule.findMany({ where: { campusId }, select: { ...flags, bellPeriods: { orderBy: { startsAt: 'asc' }, select: { name: true, startsAt: true, endsAt: true, kind: true } } } })
  return Object.fromEntries(rows.flatMap(({ bellPeriods, ...row }) => daysOf(row).map((day) => [day, bellPeriods.map(bellOf)])))
}
