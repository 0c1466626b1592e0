import 'server-only'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { daysAfter, toDate } from '@/lib/platform/time'

const soon = 60

/** Who works here by kind of work, who cannot sign in, and whose papers expire. */
export async function getStaffOverview(ctx: Ctx) {
  const { db, campus } = ctx
  const today = todayIn(ctx.timeZone)
  const here = { ...(campus ? { campusId: campus.id } : {}), status: 'active' as const }
  const [types, withoutAccount, leaving, expiring] = await Promise.all([
    db.staff.groupBy({ by: ['staffType'], where: here, _count: { _all: true } }),
    db.staff.count({ where: { ...here, userId: null } }),
    db.staff.findMany({ where: { ...here, endDate: { gte: toDate(today) } }, orderBy: [{ endDate: 'asc' }, { id: 'asc' }], take: 50, select: { id: true, firstName: true, lastName: true, endDate: true } }),
    ctx.can('READ_DOCUMENTS') ? db.document.count({ where: { entityType: 'staff', expiresOn: { lte: toDate(daysAfter(today, soon)) } } }) : 0,
  ])
  return {
    types: types.map(({ staffType, _count }) => ({ type: staffType, count: _count._all })).sort((a, b) => b.count - a.count),
    total: types.reduce((sum, { _count }) => sum + _count._all, 0),
    withoutAccount, expiring,
    leaving: leaving.map(({ id, firstName, lastName, endDate }) => ({ id, name: `${firstName} ${lastName}`, on: endDate! })),
  }
}
