import { CloudDrizzle, Flame, Leaf, Wind, type LucideIcon } from 'lucide-react'
import type { ZoneKey } from '@/lib/domain/development/content-type'

/** Each colour has a picture of its own, for those who do not see it. */
export const zoneIcons: Readonly<Record<ZoneKey, LucideIcon>> = { blue: CloudDrizzle, green: Leaf, yellow: Wind, red: Flame }
