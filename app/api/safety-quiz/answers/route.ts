import { quizAnswerInput } from '@/lib/domain/development/safety-quiz'
import { answerQuestion } from '@/lib/domain/development/safety-quiz.server'
import { defineRoute } from '@/lib/platform/route.server'

/** Not an action: an answer may be sent again after a lost connection, and the first one stands. */
export const POST = defineRoute({ needs: 'TAKE_QUIZZES', input: quizAnswerInput, run: (ctx, { input }) => answerQuestion(ctx, input) })
