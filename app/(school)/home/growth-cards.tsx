import { getFormatter, getTranslations } from 'next-intl/server'
import { AttentionList, type Attention } from '@/components/dashboard/attention-list'
import { findFrameTasks } from '@/lib/domain/development/frame.server'
import { findOwnTasks } from '@/lib/domain/development/own-tasks.server'
import { getQuizState } from '@/lib/domain/development/safety-quiz.server'
import type { Ctx } from '@/lib/platform/context'
import { toDate } from '@/lib/platform/time'

/** One's own learning, in private: how one is, signs that are due, the personality quiz as long as one has not taken it. */
async function ownLines(ctx: Ctx): Promise<Attention[]> {
  if (!ctx.can('CREATE_PROGRESS')) return []
  const [zones, signs, personality, { signsDue, hasCheckedIn, hasResult }] = await Promise.all([getTranslations('zones.card'), getTranslations('signs.card'), getTranslations('personality.card'), findOwnTasks(ctx)])
  return [
    ...(hasCheckedIn ? [] : [{ key: 'zones', count: 1, tone: 'quiet' as const, title: zones('title'), detail: zones('text'), deed: { href: '/zones', label: zones('deed') } }]),
    ...(signsDue > 0 ? [{ key: 'signs', count: signsDue, tone: 'quiet' as const, title: signs('title', { count: signsDue }), detail: signs('text'), deed: { href: '/signs?practise=1', label: signs('deed') } }] : []),
    ...(hasResult || !ctx.can('TAKE_QUIZZES') ? [] : [{ key: 'personality', count: 1, tone: 'quiet' as const, title: personality('title'), detail: personality('text'), deed: { href: '/personality-quiz', label: personality('deed') } }]),
  ]
}

/** What of a week's development waits for somebody: the note to read or to write, the quiz to take, and what is their own. */
export async function growthLines(ctx: Ctx): Promise<Attention[]> {
  const [frame, quiz, format, tasks, state, own] = await Promise.all([
    getTranslations('frame.card'), getTranslations('safetyQuiz.card'), getFormatter(), ctx.can('READ_FRAME_ENTRIES') ? findFrameTasks(ctx) : null, ctx.can('TAKE_QUIZZES') ? getQuizState(ctx, { again: false }) : null, ownLines(ctx),
  ])
  const week = (date: string) => format.dateTime(toDate(date), { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return [
    ...(tasks?.due ?? []).map(({ campusId, name, id }): Attention => ({ key: `due ${campusId}`, count: 1, tone: 'warn', title: frame('due'), detail: name, deed: { href: id ? `/frame/${id}?edit=1` : '/frame', label: frame('write') } })),
    ...(tasks?.toRead ?? []).map(({ id, weekOf, campusName, author }): Attention => ({ key: id, count: 1, tone: 'quiet', title: `${frame('title')} · ${frame('toRead', { campus: campusName, week: week(weekOf) })}`, detail: frame('by', { author }), deed: { href: `/frame/${id}`, label: frame('read') } })),
    ...(state && !state.result?.passed ? [{ key: 'quiz', count: 1, tone: 'quiet' as const, title: quiz('title'), detail: quiz('text', { title: state.title, count: state.total }), deed: { href: state.result ? '/safety-quiz?again=1' : '/safety-quiz', label: quiz(state.result ? 'goOn' : 'take') } }] : []),
    ...own,
  ]
}

/** The same as a card of its own; nothing to do is no card. */
export async function GrowthCard({ ctx, span }: { ctx: Ctx; span?: 4 | 5 | 6 | 7 }) {
  const [t, lines] = await Promise.all([getTranslations('home.growth'), growthLines(ctx)])
  return lines.length === 0 ? null : <AttentionList title={t('title')} lines={lines} calm="" span={span} />
}
