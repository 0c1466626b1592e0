import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { boardAt } from '@/app/(school)/safety-quiz/board/board-at'
import { getSafetyBoard } from '@/lib/domain/development/safety-board.server'
import { byteOrderMark, csvLine } from '@/lib/platform/csv'
import { defineRoute } from '@/lib/platform/route.server'
import { momentIn } from '@/lib/platform/time'

/** Who has passed a week's quiz and who has not, as the board shows it, as CSV. */
export const GET = defineRoute({
  needs: 'READ_QUIZ_RESULTS',
  input: z.record(z.string(), z.string()),
  async run(ctx, { input }) {
    const { at, week } = boardAt(ctx, input)
    const [t, board] = await Promise.all([getTranslations('safetyQuiz.boardOf'), getSafetyBoard(at, week)])
    await ctx.db.auditEvent.create({ data: { actorId: ctx.user.id, deed: 'export', entity: 'safety-quiz', after: { week: board.week } }, select: { id: true } })
    const lines = [
      csvLine([t('name'), t('campus'), t('state'), t('score'), t('attempts'), t('when')]),
      ...board.people.map(({ name, campusName, state, score, total, attempts, completedAt }) => csvLine([name, campusName, t(state), score === null ? null : `${score}/${total}`, attempts, state === 'passed' && completedAt ? momentIn(at.timeZone, completedAt).date : null])),
    ]
    return new Response(byteOrderMark + lines.join(''), { headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="safety-quiz-${board.week}.csv"`, 'Cache-Control': 'private, no-store' } })
  },
})
