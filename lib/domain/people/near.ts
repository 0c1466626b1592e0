const letters = 'abcdefghijklmnopqrstuvwxyz'

/** Names that are one slip of the finger away from a word: a letter too many, one missing, another one, or two in the wrong order. */
export function nearWords(word: string): string[] {
  const near = new Set<string>()
  for (let i = 0; i <= word.length; i++) {
    const [head, tail] = [word.slice(0, i), word.slice(i)]
    if (tail) near.add(head + tail.slice(1))
    if (tail.length > 1) near.add(head + tail[1] + tail[0] + tail.slice(2))
    for (const letter of letters) {
      near.add(head + letter + tail)
      if (tail) near.add(head + letter + tail.slice(1))
    }
  }
  return [...near]
}
