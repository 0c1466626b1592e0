import type { RegisterConflict, SubmitInput, SubmittedRegister } from '@/lib/domain/attendance/register'
import type { Result } from '@/lib/platform/errors'

export type Answer =
  | { kind: 'saved'; saved: SubmittedRegister }
  | { kind: 'conflict'; conflict: RegisterConflict }
  /** `isFinal`: the server has decided, and nothing was written. Otherwise the same may be sent again under the same key. */
  | { kind: 'refused'; message: string; isFinal: boolean; wants: 'sign-in' | 'reload' | null }
  /** Nobody answered, or somebody else did (a proxy, the page of a hotel): it may have been written or not. */
  | { kind: 'lost' }

const patience = 20_000
const isConflict = (detail: unknown): detail is RegisterConflict => typeof detail === 'object' && detail !== null && 'differences' in detail

/** What an answer of the server means; anything that is not one is lost. */
export function understood(status: number, answer: unknown): Answer {
  if (status >= 502 || status === 429 || typeof answer !== 'object' || answer === null || !('ok' in answer)) return { kind: 'lost' }
  const result = answer as Result<SubmittedRegister>
  if (result.ok) return { kind: 'saved', saved: result.data }
  if (isConflict(result.detail)) return { kind: 'conflict', conflict: result.detail }
  const wants = result.code === 'signed-out' ? 'sign-in' : result.code === 'conflict' ? 'reload' : null
  return { kind: 'refused', message: result.message, isFinal: result.code !== 'bug' && result.code !== 'signed-out', wants }
}

/** Sends a register once. A connection that hangs is given up, so that another attempt can be made. */
export async function sendRegister(input: SubmitInput): Promise<Answer> {
  try {
    const response = await fetch('/api/attendance/registers', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(input), signal: AbortSignal.timeout(patience),
    })
    return understood(response.status, await response.json())
  } catch {
    return { kind: 'lost' }
  }
}

/** When a lost one is tried again: soon, then ever more seldom. The browser's word that it is online is a hint, not a promise. */
export const waitBefore = (attempt: number) => Math.min(2000 * 2 ** attempt, 30_000)
