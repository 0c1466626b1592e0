import { initialsOf } from './initials'

type FaceProps = { name: string; photo?: string | null; size?: 24 | 32 | 40 | 96 }

const hues = [20, 55, 95, 140, 175, 205, 235, 265, 300, 340]

/** The same person has the same colour everywhere, in whichever order the name is written. */
function hueOf(name: string) {
  const letters = Array.from(name.replace(/[\s,]/g, ''))
  return hues[letters.reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % hues.length]
}

/** A person's photo, or without one the initials in a calm colour of their own. Decoration: the name stands beside it. */
export function Face({ name, photo, size = 32 }: FaceProps) {
  if (photo) return <img src={photo} alt="" width={size} height={size} loading="lazy" className="face" />
  return (
    <span aria-hidden="true" className="face" style={{ width: size, height: size, fontSize: Math.round(size * 0.4), ['--face-hue' as string]: hueOf(name) }}>
      {initialsOf(name)}
    </span>
  )
}
