import type { Readable } from 'node:stream'
import { Refusal } from '@/lib/platform/errors'
import { watched } from '@/lib/platform/spool.server'

/**
 * What passes `proxy.ts` is cut at ten megabytes without a word, and it does whenever the access cookie has run out.
 * The answer that says so brings a new cookie: the same upload sent again comes through whole.
 */
export const wholeBody = (body: Readable, announced: string | null): Readable =>
  watched(body, () => undefined, (bytes) => {
    if (announced !== null && bytes < Number(announced)) throw new Refusal('unavailable', 'files.problems.cut')
  })
