import { getFormatter, getTranslations } from 'next-intl/server'
import { AttentionList, type Attention } from '@/components/dashboard/attention-list'
import { findFrameTasks } from '@/lib/domain/development/frame.server'
import { getQuizState } from '@/lib/domain/development/safety-quiz.server'
import type { Ctx } from '@/lib/platform/context'
import { toDate } from '@/lib/platform/time'

/** What of a week's development waits for somebody: the note to read or to write, the quiz to take. */
export async function growthLines(ctx: Ctx): Promise<Attention[]> {
  const [frame, quiz, format, tasks, state] = await Promise.all([
    getTranslations('frame.card'), getTranslations('safetyQuiz.card'), getFormatter(), ctx.can('READ_FRAME_ENTRIES') ? findFrameTasks(ctx) : null, ctx.can('TAKE_QUIZZES') ? getQuizState(ctx, { again: false }) : null,
  ])
  const week = (date: string) => format.dateTime(toDate(date), { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return [
    ...(tasks?.due ?? []).map(({ campusId, name, id }): Attention => ({ key: `due ${campusId}`, count: 1, tone: 'warn', title: frame('due'), detail: name, deed: { href: id ? `/frame/${id}?edit=1` : '/frame', label: frame('write') } })),
    ...(tasks?.toRead ?? []).map(({ id, weekOf, campusName, author }): Attention => ({ key: id, count: 1, tone: 'quiet', title: `${frame('title')} · ${frame('toRead', { campus: campusName, week: week(weekOf) })}`, detail: frame('by', { author }), deed: { href: `/frame/${id}`, label: frame('read') } })),
    ...(state && !state.result?.passed ? [{ key: 'quiz', count: 1, tone: 'quiet' as const, title: quiz('title'), detail: quiz('text', { title: state.title, count: state.total }), deed: { href: state.result ? '/safety-quiz?again=1' : '/safety-quiz', label: quiz(state.result ? 'goOn' : 'take') } }] : []),
  ]
}

/** The same as a card of its own; nothing to do is no card. */
export async function GrowthCard({ ctx, span }: { ctx: Ctx; span?: 4 | 5 | 6 | 7 }) {
  const [t, lines] = await Promise.all([getTranslations('home.growth'), growthLines(ctx)])
  return lines.length === 0 ? null : <AttentionList title={t('title')} lines={lines} calm="" span={span} />
}
