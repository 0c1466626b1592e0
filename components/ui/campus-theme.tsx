import type { CSSProperties } from 'react'
import { campusCss, type CampusColors } from '@/lib/platform/theme'

/** Paints everything, popups at the root included, in a campus's colours: placed by a page that belongs to one campus, whichever is chosen above. */
export const CampusTheme = ({ colors }: { colors: CampusColors }) => <style>{`:root{${campusCss(colors)}}`}</style>

/** Paints one part in a campus's colours: a badge, a card among those of other campuses. */
export const campusStyle = (colors: CampusColors): CSSProperties =>
  Object.fromEntries(campusCss(colors).split(';').map((line) => line.split(':', 2)))
