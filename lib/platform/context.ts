import type { TenantDb } from '@/lib/platform/db/tenant.server'
import type { Permission, Reach } from '@/lib/platform/permissions'

/** A campus as the frame shows it. `theme` holds the stored colours as the administrator gave them. */
export type CampusBadge = {
  id: string
  name: string
  code: string
  mascot: string | null
  timeZone: string
  isOnline: boolean
  color: string | null
  bgGradient: string | null
  borderColor: string | null
  textColor: string | null
  bgLight: string | null
}

/**
 * Who asks, for which organization, how far they see and what they may do. Built once a request,
 * first argument of every verb. `db` reaches the rows of this organization (and this reach) only.
 */
export type Ctx = {
  readonly user: { id: string; name: string; email: string; staffId: string | null }
  readonly organization: { id: string; name: string; currency: string; timeZone: string }
  readonly role: { id: string; key: string | null; name: string; reach: Reach }
  /** Campuses within reach, in the order of their names. */
  readonly campuses: readonly CampusBadge[]
  /** The campus chosen in the switcher; null means all campuses within reach. */
  readonly campus: CampusBadge | null
  /** Where the person is: the chosen campus's zone, else the first one's, else the organization's. IANA. */
  readonly timeZone: string
  readonly locale: string
  readonly can: (permission: Permission) => boolean
  readonly db: TenantDb
}

/** The same person, looking at one campus within reach, whichever the switcher says; null where that is none of theirs. */
export function atCampus(ctx: Ctx, campusId: string): Ctx | null {
  const campus = ctx.campuses.find(({ id }) => id === campusId)
  return campus ? { ...ctx, campus, timeZone: campus.timeZone } : null
}
