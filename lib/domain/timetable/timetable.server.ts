import 'server-only'
import { z } from 'zod'
import type { Seen } from '@/lib/platform/catalog'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { containing, countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { record } from '@/lib/platform/record.server'
import { fromDate, fromTime, toDate, toTime } from '@/lib/platform/time'
import { readBells } from './bell-schedule.server'
import { stateOn, timetable, type timetableEditInput, type timetableInput, type timetableList, type TimetableState, type TimetableStatus } from './timetable'

type Row = Awaited<ReturnType<Ctx['db']['timetable']['findMany']>>[number]
const { name: nameField, campusId, academicYearId, effectiveFrom, effectiveTo, status: statusField } = timetable.fields
const own = { name: nameField, campusId, academicYearId, effectiveFrom, effectiveTo, status: statusField }
const verbs = record<z.output<typeof timetableEditInput>, Row>({ ...timetable, fields: own }, (db) => db.timetable, [])

/** Whoever draws none sees what is published, not what is thought about. */
export const readable = (ctx: Ctx) => (ctx.can('UPDATE_TIMETABLES') ? {} : { status: { not: 'draft' as const } })

export type TimetableRow = { id: string; seen: string; name: string; campusName: string; yearName: string; state: TimetableState; status: TimetableStatus; from: string; to: string | null; lessons: number }

/** Timetables within reach, by the list's filters, order and page. */
export async function listTimetables(ctx: Ctx, query: ListQuery<typeof timetableList>): Promise<Paged<TimetableRow>> {
  const { db } = ctx
  const { search, filters } = query
  const atCampus = filters.campus ?? ctx.campus?.id
  const matching = {
    AND: [
      readable(ctx), ...(atCampus ? [{ campusId: atCampus }] : []), ...(filters.year ? [{ academicYearId: filters.year }] : []), ...(filters.status ? [{ status: filters.status }] : []),
      ...(search ? [{ name: containing(search) }] : []),
    ],
  }
  const page = await paged(query, {
    countCap,
    count: () => db.timetable.count({ where: matching, take: countCap }),
    rows: (keyset) =>
      db.timetable.findMany({
        where: { AND: [matching, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take,
        select: { id: true, name: true, status: true, effectiveFrom: true, effectiveTo: true, updatedAt: true, campus: { select: { name: true, timeZone: true } }, academicYear: { select: { name: true } }, _count: { select: { timetablePeriods: true } } },
      }),
  })
  const rows = page.rows.map(({ id, name, status, updatedAt, campus, academicYear, _count, ...days }) => {
    const [from, to] = [fromDate(days.effectiveFrom), days.effectiveTo && fromDate(days.effectiveTo)]
    return { id, name, status, seen: updatedAt.toISOString(), campusName: campus.name, yearName: academicYear.name, from, to, state: stateOn({ status, from, to }, todayIn(campus.timeZone)), lessons: _count.timetablePeriods }
  })
  return { ...page, rows }
}

export type TimetableRecord = Awaited<ReturnType<typeof getTimetable>>

/** A timetable as the header of its record shows it. */
export async function getTimetable(ctx: Ctx, id: string) {
  const row = z.uuid().safeParse(id).success ? await ctx.db.timetable.findFirst({ where: { id, ...readable(ctx) }, include: { campus: { select: { name: true, timeZone: true } }, academicYear: { select: { name: true, startDate: true, endDate: true } } } }) : null
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  const { campus, academicYear, ...plain } = row
  const [from, to, today] = [fromDate(row.effectiveFrom), row.effectiveTo && fromDate(row.effectiveTo), todayIn(campus.timeZone)]
  return {
    ...verbs.rowOf(plain), name: row.name, status: row.status, from, to, today, state: stateOn({ status: row.status, from, to }, today), campusId: row.campusId, yearId: row.academicYearId, campusName: campus.name, yearName: academicYear.name,
    year: { start: fromDate(academicYear.startDate), end: fromDate(academicYear.endDate) }, campus: ctx.campuses.find((one) => one.id === row.campusId) ?? null,
  }
}

/** Lessons of another timetable, on the bells as they ring now; what is taught no longer is left out. */
async function copyLessons(ctx: Ctx, from: string, to: { id: string; campusId: string; academicYearId: string }) {
  const source = await ctx.db.timetable.findFirst({ where: { id: from, campusId: to.campusId, academicYearId: to.academicYearId }, select: { id: true } })
  if (!source) throw new Refusal('not-found', 'errors.refusals.notFound')
  const [bells, periods] = await Promise.all([
    readBells(ctx, to.campusId),
    ctx.db.timetablePeriod.findMany({ where: { timetableId: from, classSubject: { deletedAt: null, status: { in: ['active', 'planned'] } } }, select: { dayOfWeek: true, startsAt: true, endsAt: true, name: true, room: true, classSubjectId: true, classId: true, campusId: true } }),
  ])
  const onBells = periods.map((period) => {
    const lessons = (bells[period.dayOfWeek] ?? []).filter(({ kind }) => kind === 'lesson')
    const bell = lessons.find(({ startsAt, endsAt }) => startsAt === fromTime(period.startsAt) && endsAt === fromTime(period.endsAt)) ?? lessons.find(({ name }) => name === period.name)
    return { ...period, timetableId: to.id, ...(bell ? { name: bell.name, startsAt: toTime(bell.startsAt), endsAt: toTime(bell.endsAt) } : {}) }
  })
  await ctx.db.timetablePeriod.createMany({ data: onBells })
}

const create = (ctx: Ctx, { copyOf, effectiveFrom: planned, ...input }: z.output<typeof timetableInput>): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const { id } = await tx.timetable.create({ data: { ...input, effectiveFrom: toDate(planned), status: 'draft' }, select: { id: true } })
    if (copyOf) await copyLessons({ ...ctx, db: tx }, copyOf, { id, ...input })
    await writeHistory(tx, ctx, { deed: 'create-timetable', entity: 'timetables', id, after: { ...input, effectiveFrom: planned, status: 'draft' } })
    return { id }
  })

const notDraft = () => new Refusal('conflict', 'timetables.refusals.notDraft')

async function assertDraft({ db }: Pick<Ctx, 'db'>, id: string) {
  const row = z.uuid().safeParse(id).success ? await db.timetable.findFirst({ where: { id }, select: { status: true } }) : null
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  if (row.status !== 'draft') throw notDraft()
}

/** What is published is not edited: registers and calendars stand on it. */
const update = (ctx: Ctx, input: z.output<typeof timetableEditInput> & Seen): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    await assertDraft({ db: tx }, input.id)
    await verbs.updateIn(tx, ctx, input.id, input, input.seen)
    return { id: input.id }
  })

const remove = (ctx: Ctx, { id, seen }: Seen): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    await assertDraft({ db: tx }, id)
    return verbs.removeIn(tx, ctx, id, seen)
  })

export const timetables = { ...verbs, create, update, remove }

/** Timetables of which a draft can be a copy, the newest first. */
export async function listCopyChoices({ db }: Ctx): Promise<{ value: string; label: string; campusId: string; yearId: string }[]> {
  const rows = await db.timetable.findMany({ where: { status: { in: ['published', 'draft'] } }, orderBy: [{ status: 'desc' }, { effectiveFrom: 'desc' }, { id: 'asc' }], take: 100, select: { id: true, name: true, campusId: true, academicYearId: true } })
  return rows.map(({ id, name, campusId: at, academicYearId: year }) => ({ value: id, label: name, campusId: at, yearId: year }))
}

/** The timetable that is in force at a campus today, for links from whatever it is about. */
export async function findInForce({ db, timeZone }: Pick<Ctx, 'db' | 'timeZone'>, campusId: string): Promise<{ id: string; name: string } | null> {
  const day = toDate(todayIn(timeZone))
  return db.timetable.findFirst({ where: { campusId, status: 'published', effectiveFrom: { lte: day }, OR: [{ effectiveTo: null }, { effectiveTo: { gte: day } }] }, orderBy: { effectiveFrom: 'desc' }, select: { id: true, name: true } })
}

export type DraftRow = { id: string; name: string; campusName: string; from: string; lessons: number }

/** What is being drawn, the soonest first. */
export async function listDrafts({ db, campus }: Ctx, most = 5): Promise<DraftRow[]> {
  const rows = await db.timetable.findMany({ where: { status: 'draft', ...(campus ? { campusId: campus.id } : {}) }, orderBy: [{ effectiveFrom: 'asc' }, { id: 'asc' }], take: most, select: { id: true, name: true, effectiveFrom: true, campus: { select: { name: true } }, _count: { select: { timetablePeriods: true } } } })
  return rows.map(({ campus: at, effectiveFrom: from, _count, ...row }) => ({ ...row, campusName: at.name, from: fromDate(from), lessons: _count.timetablePeriods }))
}
