import { clsx } from 'clsx'

type MascotBadgeProps = { name: string; mascot?: string | null; size?: 'sm' | 'md' | 'lg' }

const sizes = { sm: 'size-6 text-xs', md: 'size-8 text-sm', lg: 'size-12 text-lg' }
const picture = /\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic})*/u

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toLocaleUpperCase()

/** The campus's mascot if its text holds a picture, else the initials of its name. Decoration: the name stands beside it. */
export const MascotBadge = ({ name, mascot, size = 'md' }: MascotBadgeProps) => (
  <span
    aria-hidden="true"
    className={clsx('banner inline-flex shrink-0 items-center justify-center rounded-full font-semibold', sizes[size])}
  >
    {mascot?.match(picture)?.[0] ?? initials(name)}
  </span>
)
