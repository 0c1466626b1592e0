import { clsx } from 'clsx'
import { Mascot } from '@/components/dashboard/mascots/mascot'
import type { CampusColors } from '@/lib/platform/theme'
import { campusStyle } from './campus-theme'
import { initialsOf } from './initials'

type MascotBadgeProps = {
  name: string
  mascot?: string | null
  /** The campus's own colours, where the page around it wears others. */
  colors?: CampusColors
  size?: 'sm' | 'md' | 'lg'
}

const sizes = { sm: 'size-6 text-xs', md: 'size-8 text-sm', lg: 'size-12 text-lg' }

/** The campus's mascot, or without one the initials of its name. Decoration: the name stands beside it. */
export const MascotBadge = ({ name, mascot, colors, size = 'md' }: MascotBadgeProps) => (
  <span
    aria-hidden="true"
    style={colors && campusStyle(colors)}
    className={clsx('banner inline-flex shrink-0 items-center justify-center overflow-hidden rounded-full font-semibold', sizes[size])}
  >
    {mascot ? <Mascot mascot={mascot} closeUp className="size-full" /> : initialsOf(name)}
  </span>
)
