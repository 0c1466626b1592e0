/** Letters to add, drop, change or swap with their neighbour to get from one word to the other. */
export const distance = (from: string, to: string): number => {
  const rows = Array.from({ length: from.length + 1 }, (_, i) => Array.from({ length: to.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)))
  const at = (i: number, j: number) => rows[i]![j]!
  for (let i = 1; i <= from.length; i++) {
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? at(i - 2, j - 2) + 1 : Infinity
      rows[i]![j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swapped)
    }
  }
  return at(from.length, to.length)
}

const longestName = 40

/** The one word a misspelt one is meant to be: long enough to be no accident, and nothing else as near. Numbers are no slips (`email2`). */
export const misspelling = (given: string, words: readonly string[]): string | null => {
  if (given.length > longestName || /\d/.test(given)) return null
  const near = words.filter((word) => word.length >= 6 && distance(given, word) <= (word.length < 12 ? 1 : 2))
  return near.length === 1 ? near[0]! : null
}
