import 'server-only'
import { machineTime, now } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { writeHistory } from '@/lib/platform/history.server'
import { momentIn, toDate, toTime } from '@/lib/platform/time'
import { criterionKeys } from './content-type'
import { findVisitPlace, type VisitPlace } from './visit-place.server'
import { feedbackHours, sendableDays, visitContent, type DraftInput, type VisitContent, type VisitInput } from './walkthrough'

const notFound = () => new Refusal('not-found', 'errors.refusals.notFound')
const isTwice = (error: unknown) => typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002'

async function placeOf(ctx: Ctx, asked: { teacherId: string; periodId: string | null }): Promise<VisitPlace> {
  const place = await findVisitPlace(ctx, asked)
  if (!place) throw notFound()
  if (place.teacher.userId === ctx.user.id) throw new Refusal('forbidden', 'walkthroughs.refusals.oneself')
  return place
}

export type KeptDraft = { id: string; teacherId: string; periodId: string | null; startedAt: string; revision: number; content: VisitContent }
/** The content of a draft, with the period it was begun in. */
const kept = visitContent.extend({ periodId: visitContent.shape.notes.nullable() })

const keptOf = ({ id, teacherId, startedAt, revision, content }: { id: string; teacherId: string; startedAt: Date; revision: number; content: unknown }): KeptDraft[] => {
  const parsed = kept.safeParse(content)
  return parsed.success ? [{ id, teacherId, periodId: parsed.data.periodId || null, startedAt: startedAt.toISOString(), revision, content: { ratings: parsed.data.ratings, comments: parsed.data.comments, notes: parsed.data.notes } }] : []
}

/** One's own visits that were begun and not shared, the newest first. A draft that came later than its visit is none. */
export async function listDrafts({ db, user }: Ctx, of: { id?: string; teacherId?: string } = {}): Promise<(KeptDraft & { teacherName: string })[]> {
  const rows = await db.walkthroughDraft.findMany({ where: { userId: user.id, ...of }, orderBy: [{ startedAt: 'desc' }, { id: 'asc' }], take: 50, select: { id: true, teacherId: true, startedAt: true, revision: true, content: true, teacher: { select: { firstName: true, lastName: true } } } })
  const sent = new Set(rows.length === 0 ? [] : (await db.walkthroughCheckin.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, select: { id: true } })).map(({ id }) => id))
  return rows.filter(({ id }) => !sent.has(id)).flatMap((row) => keptOf(row).map((draft) => ({ ...draft, teacherName: `${row.teacher.firstName} ${row.teacher.lastName}` })))
}

export type OpenedVisit = { place: VisitPlace; draft: KeptDraft | null }

/** What a visit begins with, or goes on with: one's draft of the same lesson of the last twelve hours. */
export async function openVisit(ctx: Ctx, { draftId, ...asked }: { teacherId: string; periodId: string | null; draftId: string | null }): Promise<OpenedVisit> {
  const [place, drafts] = await Promise.all([placeOf(ctx, asked), listDrafts(ctx, draftId ? { id: draftId } : { teacherId: asked.teacherId })])
  const recent = now().getTime() - 12 * 3_600_000
  const found = drafts.find((draft) => draftId !== null || (draft.periodId === place.periodId && Date.parse(draft.startedAt) > recent))
  if (!found) return { place, draft: null }
  const { teacherName: _name, ...draft } = found
  return { place, draft }
}

/** Keeps what is filled in so far. The later revision stands, whichever arrives last; a visit that was shared has no draft. */
export async function saveDraft(ctx: Ctx, { id, teacherId, periodId, startedAt, revision, content }: DraftInput): Promise<{ revision: number }> {
  const { db, user } = ctx
  const data = { revision, content: { ...content, periodId } }
  const { count } = await db.walkthroughDraft.updateMany({ where: { id, userId: user.id, teacherId, revision: { lt: revision } }, data })
  if (count > 0 || (await db.walkthroughDraft.count({ where: { id, userId: user.id } }))) return { revision }
  const { campusId } = await placeOf(ctx, { teacherId, periodId })
  if (await db.walkthroughCheckin.count({ where: { id } })) return { revision }
  await db.walkthroughDraft.create({ data: { id, teacherId, campusId, userId: user.id, startedAt: new Date(startedAt), ...data }, select: { id: true } }).catch((error: unknown) => {
    // The same draft at the same time, or one that was thrown away: either way there is nothing to add.
    if (!isTwice(error)) throw error
  })
  return { revision }
}

export async function discardDraft({ db, user }: Ctx, { id }: { id: string }): Promise<{ id: string }> {
  await db.walkthroughDraft.deleteMany({ where: { id, userId: user.id } })
  return { id }
}

const columnsOf = ({ ratings, comments }: VisitInput['content']) =>
  Object.fromEntries(criterionKeys.flatMap((key) => [[`${key}Rating`, ratings[key]], [`${key}Comment`, comments[key] || null]])) as Record<`${(typeof criterionKeys)[number]}Rating`, number> & Record<`${(typeof criterionKeys)[number]}Comment`, string | null>

/**
 * Shares a visit with its teacher, exactly once: it is stored under the id that the device chose, so that the same sent
 * again, also at the same time, answers the same.
 */
export async function submitVisit(ctx: Ctx, { id, teacherId, periodId, startedAt, content }: VisitInput): Promise<{ id: string }> {
  const { db, user } = ctx
  const place = await placeOf(ctx, { teacherId, periodId })
  const [began, present] = [new Date(startedAt), now()]
  const minutes = (present.getTime() - began.getTime()) / 60_000
  if (minutes < -10 || minutes > sendableDays * 1440) throw new Refusal('invalid', 'walkthroughs.refusals.when', { params: { days: sendableDays } })
  const there = momentIn(place.timeZone, began)
  const known = () => db.walkthroughCheckin.findFirst({ where: { id, createdById: user.id }, select: { id: true } })
  if (await known()) return { id }
  try {
    await db.$transaction(async (tx) => {
      await tx.walkthroughCheckin.create({
        data: {
          id, teacherId, directorId: user.staffId, campusId: place.campusId, teacherName: place.teacher.name, directorName: user.name, classroom: place.classroom, subject: place.subject,
          checkInDate: toDate(there.date), checkInTime: toTime(there.time), visitedAt: began, submittedAt: present, ...columnsOf(content), overallNotes: content.notes || null,
        },
        select: { id: true },
      })
      await tx.walkthroughDraft.deleteMany({ where: { id, userId: user.id } })
      await writeHistory(tx, ctx, { deed: 'share-visit', entity: 'walkthrough_checkins', id })
    })
  } catch (error) {
    if (!isTwice(error)) throw error
    if (!(await known())) throw new Refusal('conflict', 'errors.refusals.keyReused')
  }
  return { id }
}

const ofOneself = ({ user }: Ctx) => ({ teacher: { userId: user.id } })

/** The teacher has seen it: told to whoever visited, once. */
export async function markVisitRead(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.walkthroughCheckin.updateMany({ where: { id, teacherReadAt: null, ...ofOneself(ctx) }, data: { teacherReadAt: machineTime() } })
}

/** The teacher's answer; the last one stands. Nobody answers for somebody else. */
export async function answerVisit(ctx: Ctx, { id, reply }: { id: string; reply: string }): Promise<{ id: string }> {
  return ctx.db.$transaction(async (tx) => {
    const { count } = await tx.walkthroughCheckin.updateMany({ where: { id, ...ofOneself(ctx) }, data: { teacherReply: reply, teacherRepliedAt: now() } })
    if (count === 0) throw notFound()
    await writeHistory(tx, ctx, { deed: 'answer-visit', entity: 'walkthrough_checkins', id })
    return { id }
  })
}

/** Whether feedback came while the lesson was still remembered. */
export const isTimely = (visitedAt: Date | null, submittedAt: Date) => visitedAt === null || submittedAt.getTime() - visitedAt.getTime() <= feedbackHours * 3_600_000
