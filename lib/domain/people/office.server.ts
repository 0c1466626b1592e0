import 'server-only'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { inClassOn, type InClass } from './in-class'

const few = 5
const stopsAt = 100

export type OfficeStudent = { id: string; studentNumber: string; name: string; campusName: string }
export type Gap = { count: number; isMore: boolean; first: OfficeStudent[] }

/** What the office of a school has to mend: students on the roll who are in no class, and those of whom no guardian is known. */
export async function getGaps(ctx: Ctx): Promise<{ withoutClass: Gap; withoutGuardian: Gap }> {
  const [withoutClass, withoutGuardian] = await Promise.all([
    gapOf(ctx, { classEnrollments: { none: inClassOn(todayIn(ctx.timeZone)) } }),
    gapOf(ctx, { guardianLinks: { none: {} } }),
  ])
  return { withoutClass, withoutGuardian }
}

type Lack = { classEnrollments: { none: InClass } } | { guardianLinks: { none: object } }

async function gapOf({ db, campus }: Ctx, lack: Lack): Promise<Gap> {
  const rows = await db.student.findMany({
    where: { status: 'active', ...(campus ? { campusId: campus.id } : {}), ...lack },
    orderBy: [{ lastNameKey: 'asc' }, { firstNameKey: 'asc' }],
    take: stopsAt + 1,
    select: { id: true, studentNumber: true, firstName: true, lastName: true, campus: { select: { name: true } } },
  })
  const first = rows.slice(0, few).map(({ firstName, lastName, campus: { name }, ...row }) => ({ ...row, name: `${firstName} ${lastName}`, campusName: name }))
  return { count: Math.min(rows.length, stopsAt), isMore: rows.length > stopsAt, first }
}
