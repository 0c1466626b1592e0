import type { QuizAnswerInput, QuizStep } from '@/lib/domain/development/safety-quiz'
import type { Result } from '@/lib/platform/errors'

/** `message` is null where nobody answered: the same may be sent again. */
export async function sendAnswer(input: QuizAnswerInput): Promise<{ ok: true; data: QuizStep } | { ok: false; message: string | null }> {
  try {
    const response = await fetch('/api/safety-quiz/answers', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(input), signal: AbortSignal.timeout(20_000) })
    const result = (await response.json()) as Result<QuizStep>
    return result.ok ? result : { ok: false, message: result.message }
  } catch {
    return { ok: false, message: null }
  }
}
