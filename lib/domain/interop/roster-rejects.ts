import { csvLine } from '@/lib/platform/csv'
import type { Diagnostic } from './roster-diagnostic'

/** The line of a remark; `weight` and `sentence` are in the reader's language. */
export const rejectLine = (remark: Diagnostic, weight: string, sentence: string): string =>
  csvLine([weight, remark.file, remark.row, remark.column, remark.value, sentence, remark.code])

/** Keeps the first remarks of every code and counts all of them, so that a million bad rows fit into memory. */
export const remarkLedger = (keep = 200) => {
  const kept: Diagnostic[] = []
  const counts = new Map<string, number>()
  const tally = { error: 0, warning: 0, info: 0 }
  return {
    add(remark: Diagnostic) {
      const key = `${remark.file}\u0000${remark.code}`
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      tally[remark.severity] += 1
      if (count <= keep) kept.push(remark)
    },
    kept,
    tally,
    /** How often each code occurred, over all files. */
    byCode(): Record<string, number> {
      const sums: Record<string, number> = {}
      for (const [key, count] of counts) {
        const code = key.slice(key.indexOf('\u0000') + 1)
        sums[code] = (sums[code] ?? 0) + count
      }
      return sums
    },
  }
}
