import type { DraftInput, VisitInput } from '@/lib/domain/development/walkthrough'
import type { Result } from '@/lib/platform/errors'

export type VisitAnswer =
  | { kind: 'sent' }
  /** The server has decided, and nothing was written. */
  | { kind: 'refused'; message: string; wants: 'sign-in' | null }
  /** Nobody answered, or somebody else did: it may have been written or not, and is sent again. */
  | { kind: 'lost' }

const patience = 20_000

function understood(status: number, answer: unknown): VisitAnswer {
  if (status >= 500 || status === 429 || typeof answer !== 'object' || answer === null || !('ok' in answer)) return { kind: 'lost' }
  const result = answer as Result<unknown>
  return result.ok ? { kind: 'sent' } : { kind: 'refused', message: result.message, wants: result.code === 'signed-out' ? 'sign-in' : null }
}

async function post(path: string, input: unknown): Promise<VisitAnswer> {
  try {
    const response = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(input), signal: AbortSignal.timeout(patience) })
    return understood(response.status, await response.json())
  } catch {
    return { kind: 'lost' }
  }
}

export const sendVisit = (visit: VisitInput) => post('/api/walkthroughs', visit)
export const sendDraft = (draft: DraftInput) => post('/api/walkthroughs/drafts', draft)

/** A visit is shared when all is rated; a draft need not be. */
export const visitFrom = ({ revision: _revision, ...draft }: DraftInput) => draft as VisitInput

export const waitBefore = (attempt: number) => Math.min(1500 * 2 ** attempt, 20_000)
