import 'server-only'
import type { Ctx } from '@/lib/platform/context'

/** Where somebody works: the campus of their staff record, else the first within reach. */
export async function ownCampusId({ db, user, campus, campuses }: Ctx): Promise<string | null> {
  const staff = user.staffId ? await db.staff.findFirst({ where: { id: user.staffId }, select: { campusId: true } }) : null
  const own = staff?.campusId
  return own && campuses.some(({ id }) => id === own) ? own : (campus?.id ?? campuses[0]?.id ?? null)
}
