import { clsx } from 'clsx'
import { Bird, Bug, Cat, Dog, Fish, PawPrint, Rabbit, Squirrel, Turtle, type LucideIcon } from 'lucide-react'

type MascotBadgeProps = { name: string; mascot?: string | null; size?: 'sm' | 'md' | 'lg' }

const sizes = { sm: 'size-6 text-xs', md: 'size-8 text-sm', lg: 'size-12 text-lg' }

/** Mascots are words ("Night Owls"); these kinds have a picture, any other animal a paw. */
const pictures: readonly [RegExp, LucideIcon][] = [
  [/owl|eagle|falcon|hawk|raven|heron|cardinal|jay|bird|búho|águila|halcón/i, Bird],
  [/cat|tiger|lion|panther|cougar|jaguar|lynx|puma|gato|tigre|león/i, Cat],
  [/dog|wol(f|ves)|husk|hound|fox|coyote|perro|lobo|zorro/i, Dog],
  [/fish|shark|dolphin|whale|marlin|pez|tiburón|delfín/i, Fish],
  [/rabbit|hare|conejo|liebre/i, Rabbit],
  [/squirrel|otter|beaver|ardilla|nutria/i, Squirrel],
  [/turtle|tortoise|tortuga/i, Turtle],
  [/bee|hornet|wasp|ant\b|abeja|avispa/i, Bug],
]

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toLocaleUpperCase()

/** The campus's mascot, or without one the initials of its name. Decoration: the name stands beside it. */
export function MascotBadge({ name, mascot, size = 'md' }: MascotBadgeProps) {
  const Picture = mascot ? (pictures.find(([words]) => words.test(mascot))?.[1] ?? PawPrint) : null
  return (
    <span aria-hidden="true" className={clsx('banner inline-flex shrink-0 items-center justify-center rounded-full font-semibold', sizes[size])}>
      {Picture ? <Picture className="size-[62%]" /> : initials(name)}
    </span>
  )
}
