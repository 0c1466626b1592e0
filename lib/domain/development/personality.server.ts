import 'server-only'
import { z } from 'zod'
import { now } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { getContent } from './content.server'
import { traitKeys, type TraitKey } from './content-type'
import { ownCampusId } from './own-campus.server'
import { bandOf, fewestMembers, scoresOf, strongestOf, type Band, type Scores } from './personality'

const kept = z.object({ scores: z.record(z.enum(traitKeys), z.number()) })
export type OwnResult = { id: string; scores: Scores; at: Date; isShared: boolean }

/** One's own last result. */
export async function findOwnResult({ db, user }: Ctx): Promise<OwnResult | null> {
  const row = await db.personalityQuizResult.findFirst({ where: { userId: user.id }, orderBy: [{ completedAt: 'desc' }, { id: 'desc' }], select: { id: true, quizAnswers: true, completedAt: true, sharedAt: true } })
  const parsed = kept.safeParse(row?.quizAnswers)
  return row && parsed.success ? { id: row.id, scores: parsed.data.scores, at: row.completedAt, isShared: row.sharedAt !== null } : null
}

/** Counts on the server what was answered, and keeps it private; an earlier result makes room. */
export async function savePersonality(ctx: Ctx, { answers }: { answers: Record<string, number> }): Promise<{ id: string }> {
  const { payload } = await getContent(ctx, 'personality_quiz')
  if (payload.statements.some(({ key }) => answers[key] === undefined)) throw new Refusal('invalid', 'personality.refusals.missing')
  const scores = scoresOf(payload, answers)
  const given = Object.fromEntries(payload.statements.map(({ key }) => [key, answers[key]!]))
  const campusId = await ownCampusId(ctx)
  const save = () => ctx.db.$transaction(async (tx) => {
    await tx.personalityQuizResult.deleteMany({ where: { userId: ctx.user.id } })
    return tx.personalityQuizResult.create({ data: { userId: ctx.user.id, campusId, personalityType: strongestOf(scores), quizAnswers: { answers: given, scores }, completedAt: now() }, select: { id: true } })
  })
  // Of two at once the later one makes room for itself again.
  return save().catch((error: { code?: string }) => {
    if (error.code !== 'P2002') throw error
    return save()
  })
}

/** Shows one's result to colleagues, or takes it back from them. */
export async function shareResult({ db, user }: Ctx, { isShared }: { isShared: boolean }): Promise<{ isShared: boolean }> {
  const { count } = await db.personalityQuizResult.updateMany({ where: { userId: user.id }, data: { sharedAt: isShared ? now() : null } })
  if (count === 0) throw new Refusal('not-found', 'errors.refusals.notFound')
  return { isShared }
}

export type Colleague = { userId: string; name: string; strongest: TraitKey; band: Band }
export type Team = { colleagues: Colleague[]; /** People by the trait that stands out, without names; null while too few share. */ composition: Record<TraitKey, Record<Band, number>> | null }

/** How a team is made up, from what each of its people shows anyway: whoever joins or leaves tells by it nothing that they have not shared. */
export function compositionOf(colleagues: readonly Pick<Colleague, 'strongest' | 'band'>[]): Team['composition'] {
  if (colleagues.length < fewestMembers) return null
  const count = (key: TraitKey, band: Band) => colleagues.filter((one) => one.strongest === key && one.band === band).length
  return Object.fromEntries(traitKeys.map((key) => [key, { low: count(key, 'low'), middle: count(key, 'middle'), high: count(key, 'high') }])) as NonNullable<Team['composition']>
}

/** Who shares their result, and how the team is made up. Only what was shared counts in it, so that it tells of nobody who did not. */
export async function getTeam(ctx: Ctx): Promise<Team> {
  const { db, campus, campuses } = ctx
  const here = { in: (campus ? [campus] : campuses).map(({ id }) => id) }
  const rows = await db.personalityQuizResult.findMany({ where: { campusId: here, sharedAt: { not: null } }, orderBy: [{ completedAt: 'desc' }, { id: 'desc' }], take: 500, select: { userId: true, quizAnswers: true, user: { select: { firstName: true, lastName: true } } } })
  const latest = [...new Map(rows.toReversed().map((row) => [row.userId, row])).values()]
  const colleagues = latest.flatMap(({ userId, quizAnswers, user: { firstName, lastName } }): Colleague[] => {
    const parsed = kept.safeParse(quizAnswers)
    if (!parsed.success) return []
    const { scores } = parsed.data
    return [{ userId, name: [firstName, lastName].filter(Boolean).join(' '), strongest: strongestOf(scores), band: bandOf(scores[strongestOf(scores)]) }]
  }).sort((a, b) => a.name.localeCompare(b.name))
  return { colleagues, composition: compositionOf(colleagues) }
}
