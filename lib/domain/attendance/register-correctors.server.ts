import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import type { Corrector } from './register'

const few = 3

/** Who may correct the registers of a campus: its own people before those of the whole organization. */
export async function correctorsOf({ db }: Ctx, campusId: string): Promise<Corrector[]> {
  const people = await db.user.findMany({
    where: {
      disabled: false,
      role: { rolePermissions: { some: { permission: { name: 'CORRECT_ATTENDANCE' } } } },
      OR: [{ role: { reach: 'organization' } }, { userCampuses: { some: { campusId } } }],
    },
    orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }, { id: 'asc' }],
    select: { firstName: true, lastName: true, email: true, role: { select: { name: true, reach: true } } },
  })
  const isNear = ({ role }: (typeof people)[number]) => role?.reach === 'campus'
  return [...people.filter(isNear), ...people.filter((person) => !isNear(person))].slice(0, few).map(({ firstName, lastName, email, role }) => ({
    name: [firstName, lastName].filter(Boolean).join(' ') || email, role: role?.name ?? '', email,
  }))
}
