import { z } from 'zod'
import { mark, submitInput } from '@/lib/domain/attendance/register'

/** What of a register is on this device only. `pending` was submitted and has not been answered: it is sent again as it is. */
const draft = z.object({
  /** How it is called where its class is not known. */
  title: z.string(),
  href: z.string(),
  version: z.string().nullable(),
  marks: z.record(z.string(), mark.omit({ studentId: true })),
  pending: submitInput.nullable(),
})
export type Draft = z.infer<typeof draft>

export function draftText(name: string): string | null {
  try {
    return window.localStorage.getItem(name)
  } catch {
    return null
  }
}

/** A draft that cannot be read is none; an unreadable storage has none. */
export function readDraft(name: string): Draft | null {
  try {
    return draft.safeParse(JSON.parse(draftText(name) ?? 'null')).data ?? null
  } catch {
    return null
  }
}

/** What was written, to know it again; null where nothing can be kept: a full or forbidden storage must not stop a register. */
export function writeDraft(name: string, made: Draft): string | null {
  try {
    const text = JSON.stringify(made)
    window.localStorage.setItem(name, text)
    return text
  } catch {
    return null
  }
}

/** With `only`, if it is still that text: another tab may have marks of its own. */
export function dropDraft(name: string, only?: string | null): void {
  try {
    if (only === undefined || draftText(name) === only) window.localStorage.removeItem(name)
  } catch {
    // Where nothing can be kept, nothing is.
  }
}
