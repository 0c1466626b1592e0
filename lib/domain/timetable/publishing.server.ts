import 'server-only'
import type { z } from 'zod'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { hold } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { daysAfter, fromDate, toDate } from '@/lib/platform/time'
import type { Board } from './board'
import { readBoard } from './board.server'
import { allClashes, unplacedOf, type Clash } from './clash'
import type { CheckList, publishInput } from './publishing'
import { getTimetable, type TimetableRecord } from './timetable.server'

/** Published timetables of a campus that are in force on a day or begin after it. */
const published = (campusId: string, from: string) => ({ campusId, status: 'published' as const, OR: [{ effectiveTo: null }, { effectiveTo: { gte: toDate(from) } }] })
const days = { id: true, name: true, effectiveFrom: true, effectiveTo: true } as const

const whoOf = (clash: Clash) => (clash.because === 'elsewhere' ? clash.campusName : clash.because === 'class' ? clash.lesson.subject : clash.lesson.className)

export function checkListOf(board: Board, replaces: CheckList['replaces']): CheckList {
  const lessonOf = new Map(board.lessons.map((lesson) => [lesson.id, lesson]))
  const taught = new Map<string, number>()
  for (const { lessonId } of board.placed) {
    const teacherId = lessonOf.get(lessonId)?.teacherId
    if (teacherId) taught.set(teacherId, (taught.get(teacherId) ?? 0) + 1)
  }
  const isOnBell = ({ day, startsAt, endsAt }: Board['placed'][number]) => (board.bells[day] ?? []).some((bell) => bell.kind === 'lesson' && bell.startsAt === startsAt && bell.endsAt === endsAt)
  return {
    lessons: board.placed.length,
    clashes: allClashes(board).map(({ placed, lesson, clash }) => ({ className: lesson.className, subject: lesson.subject, day: placed.day, time: `${placed.startsAt}–${placed.endsAt}`, because: clash.because, other: whoOf(clash) })),
    unplaced: unplacedOf(board).map(({ lesson: { className, subject }, left }) => ({ className, subject, left })),
    overHours: board.teachers.flatMap(({ id, name, most }) => (most !== null && (taught.get(id) ?? 0) > most ? [{ teacher: name, lessons: taught.get(id)!, most }] : [])),
    withoutRoom: board.placed.filter(({ room }) => room === null).length,
    withoutTeacher: board.placed.filter(({ lessonId }) => !lessonOf.get(lessonId)?.teacherId).length,
    offBells: board.placed.filter((one) => !isOnBell(one)).length,
    replaces,
  }
}

/** What is to be known of a draft before it is published. */
export async function getCheckList(ctx: Ctx, draft: TimetableRecord): Promise<CheckList> {
  const [board, formers] = await Promise.all([
    readBoard(ctx, draft),
    ctx.db.timetable.findMany({ where: published(draft.campusId, draft.from < draft.today ? draft.today : draft.from), orderBy: { effectiveFrom: 'asc' }, select: days }),
  ])
  return checkListOf(board, formers.map(({ id, name, effectiveFrom, effectiveTo }) => ({ id, name, from: fromDate(effectiveFrom), to: effectiveTo && fromDate(effectiveTo) })))
}

/** What was in force ends the day before; what was to come never does. */
async function makeRoom(tx: TenantDb, ctx: Ctx, campusId: string, from: string) {
  for (const { id, effectiveFrom, effectiveTo } of await tx.timetable.findMany({ where: published(campusId, from), select: days })) {
    const begins = fromDate(effectiveFrom)
    const before = { effectiveTo: effectiveTo && fromDate(effectiveTo), status: 'published' }
    const after = begins < from ? { effectiveTo: daysAfter(from, -1), status: 'published' } : { effectiveTo: before.effectiveTo, status: 'archived' }
    await tx.timetable.updateMany({ where: { id }, data: begins < from ? { effectiveTo: toDate(daysAfter(from, -1)) } : { status: 'archived' } })
    await writeHistory(tx, ctx, { deed: 'replace-timetable', entity: 'timetables', id, before, after })
  }
}

/**
 * From a day on a draft is the timetable of its campus, until its year ends or another takes its place. Two lessons in one place are kept out
 * by the database itself, whatever was checked before.
 */
export const publishTimetable = (ctx: Ctx, { id, seen, from }: z.output<typeof publishInput>): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const draft = await getTimetable({ ...ctx, db: tx }, id)
    if (draft.status !== 'draft') throw new Refusal('conflict', 'timetables.refusals.notDraft')
    // One after the other at a campus: the second ends what the first has put in force.
    await hold(tx, 'campuses', [draft.campusId])
    if (from < draft.year.start || from > draft.year.end) throw new Refusal('invalid', 'errors.refusals.invalid', { fields: { from: { key: 'timetables.problems.outsideYear' } } })
    const today = todayIn(draft.campus?.timeZone ?? ctx.timeZone)
    if (from < today && (await tx.timetable.count({ where: published(draft.campusId, from) })) > 0) throw new Refusal('invalid', 'errors.refusals.invalid', { fields: { from: { key: 'timetables.problems.past' } } })
    const { lessons, clashes } = await getCheckList({ ...ctx, db: tx }, { ...draft, from })
    if (lessons === 0) throw new Refusal('conflict', 'timetables.refusals.nothingToPublish')
    if (clashes.length > 0) throw new Refusal('conflict', 'timetables.refusals.clashes', { params: { count: clashes.length } })
    await makeRoom(tx, ctx, draft.campusId, from)
    const { count } = await tx.timetable.updateMany({ where: { id, status: 'draft', updatedAt: new Date(seen) }, data: { status: 'published', effectiveFrom: toDate(from), effectiveTo: toDate(draft.year.end) } })
    if (count === 0) throw new Refusal('conflict', 'timetables.refusals.changedMeanwhile')
    await writeHistory(tx, ctx, { deed: 'publish-timetable', entity: 'timetables', id, before: { status: 'draft', effectiveFrom: draft.from }, after: { status: 'published', effectiveFrom: from, effectiveTo: draft.year.end } })
    return { id }
  }, { timeout: 14_000 })
