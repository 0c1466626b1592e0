import { getFormatter, getTranslations } from 'next-intl/server'
import { AttentionList, type Attention } from '@/components/dashboard/attention-list'
import { findFrameTasks } from '@/lib/domain/development/frame.server'
import { findOwnTasks } from '@/lib/domain/development/own-tasks.server'
import type { Ctx } from '@/lib/platform/context'
import { toDate } from '@/lib/platform/time'

/** One's own learning, in private: this week's quiz, how one is, signs that are due, the personality quiz as long as one has not taken it. */
async function ownLines(ctx: Ctx): Promise<Attention[]> {
  const [safety, zones, signs, personality, { quiz, signsDue, hasCheckedIn, hasResult }] = await Promise.all([getTranslations('safetyQuiz.card'), getTranslations('zones.card'), getTranslations('signs.card'), getTranslations('personality.card'), findOwnTasks(ctx)])
  const quizzes: Attention[] = quiz ? [{ key: 'quiz', count: 1, tone: 'quiet', title: safety('title'), detail: safety('text', { title: quiz.title, count: quiz.total }), deed: { href: quiz.isFailed ? '/safety-quiz?again=1' : '/safety-quiz', label: safety(quiz.isFailed ? 'goOn' : 'take') } }] : []
  if (!ctx.can('CREATE_PROGRESS')) return quizzes
  return [
    ...quizzes,
    ...(hasCheckedIn ? [] : [{ key: 'zones', count: 1, tone: 'quiet' as const, title: zones('title'), detail: zones('text'), deed: { href: '/zones', label: zones('deed') } }]),
    ...(signsDue > 0 ? [{ key: 'signs', count: signsDue, tone: 'quiet' as const, title: signs('title', { count: signsDue }), detail: signs('text'), deed: { href: '/signs?practise=1', label: signs('deed') } }] : []),
    ...(hasResult || !ctx.can('TAKE_QUIZZES') ? [] : [{ key: 'personality', count: 1, tone: 'quiet' as const, title: personality('title'), detail: personality('text'), deed: { href: '/personality-quiz', label: personality('deed') } }]),
  ]
}

/** What of a week's development waits for somebody: the note to read or to write, the quiz to take, and what is their own. */
export async function growthLines(ctx: Ctx): Promise<Attention[]> {
  const [frame, format, tasks, own] = await Promise.all([
    getTranslations('frame.card'), getFormatter(), ctx.can('READ_FRAME_ENTRIES') ? findFrameTasks(ctx) : null, ctx.can('TAKE_QUIZZES') || ctx.can('CREATE_PROGRESS') ? ownLines(ctx) : [],
  ])
  const week = (date: string) => format.dateTime(toDate(date), { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return [
    ...(tasks?.due ?? []).map(({ campusId, name, id }): Attention => ({ key: `due ${campusId}`, count: 1, tone: 'warn', title: frame('due'), detail: name, deed: { href: id ? `/frame/${id}?edit=1` : '/frame', label: frame('write') } })),
    ...(tasks?.toRead ?? []).map(({ id, weekOf, campusName, author }): Attention => ({ key: id, count: 1, tone: 'quiet', title: `${frame('title')} · ${frame('toRead', { campus: campusName, week: week(weekOf) })}`, detail: frame('by', { author }), deed: { href: `/frame/${id}`, label: frame('read') } })),
    ...own,
  ]
}

/** The same as a card of its own; nothing to do is no card. */
export async function GrowthCard({ ctx }: { ctx: Ctx }) {
  const [t, lines] = await Promise.all([getTranslations('home.growth'), growthLines(ctx)])
  return lines.length === 0 ? null : <AttentionList title={t('title')} lines={lines} calm="" />
}
