/** The letters that stand for a name: "Amara Okafor" and "Okafor, Amara" are both AO. */
export function initialsOf(name: string): string {
  const [family = '', given] = name.split(', ')
  const words = (given === undefined ? family : `${given} ${family}`).split(/\s+/).filter(Boolean)
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined]
  return [first, last].map((word) => (word ? (Array.from(word)[0] ?? '') : '')).join('').toLocaleUpperCase()
}
