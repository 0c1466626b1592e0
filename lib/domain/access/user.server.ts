import 'server-only'
import { z } from 'zod'
import { machineTime } from '@/lib/platform/clock.server'
import { photosOf } from '@/lib/domain/files/public.server'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { privateMails } from './mail'
import { userFiles } from './user-files.server'
import { statusOfUser, type userList, type UserStatus } from './user'

export type UserRow = { id: string; name: string; email: string; role: string; campuses: string; status: UserStatus; hasFactor: boolean; lastSeenAt: string | null; seen: string; photo: string | null }

const week = 7 * 86_400_000

/** Whoever sees some campuses sees the people who work there. */
const within = ({ role }: Ctx) => (role.reach === 'organization' ? [] : [{ OR: [{ userCampuses: { some: {} } }, { staff: { some: {} } }] }])

const statuses = {
  active: { disabled: false, OR: [{ emailVerified: true }, { invitedAt: null }] },
  invited: { disabled: false, emailVerified: false, invitedAt: { not: null } },
  disabled: { disabled: true },
}

function where(ctx: Ctx, { search, filters: { role, campus, status, seen, factor } }: Pick<ListQuery<typeof userList>, 'search' | 'filters'>) {
  const since = new Date(machineTime().getTime() - week)
  const seenAt = { week: { lastSeenAt: { gte: since } }, longer: { lastSeenAt: { lt: since } }, never: { lastSeenAt: null } }
  const campusId = campus ?? ctx.campus?.id
  const mode = 'insensitive' as const
  const words = search.split(/\s+/).filter(Boolean).slice(0, 5)
  return {
    ...(role ? { roleId: role } : {}),
    AND: [
      ...within(ctx),
      ...(campusId ? [{ OR: [{ userCampuses: { some: { campusId } } }, { staff: { some: { campusId } } }] }] : []),
      ...(status ? [statuses[status]] : []),
      ...(seen ? [seenAt[seen]] : []),
      ...(factor ? [{ secondFactors: factor === 'on' ? { some: { confirmedAt: { not: null } } } : { none: { confirmedAt: { not: null } } } }] : []),
      ...words.map((word) => ({ OR: [{ email: { contains: word, mode } }, { firstName: { startsWith: word, mode } }, { lastName: { startsWith: word, mode } }] })),
    ],
  }
}

export const nameOfUser = ({ firstName, lastName, email }: { firstName: string | null; lastName: string | null; email: string }) => [firstName, lastName].filter(Boolean).join(' ') || email

/** How many accounts are in that state, where the list would show them. */
export const countUsers = (ctx: Ctx, status: UserStatus): Promise<number> => ctx.db.user.count({ where: where(ctx, { search: '', filters: { status } }), take: countCap })

/** Accounts of the organization, by the list's filters, order and page. */
export async function listUsers(ctx: Ctx, query: ListQuery<typeof userList>): Promise<Paged<UserRow>> {
  const { db } = ctx
  const matching = where(ctx, query)
  const page = await paged(query, {
    countCap,
    count: () => db.user.count({ where: matching, take: countCap }),
    rows: (keyset) =>
      db.user.findMany({
        where: { AND: [matching, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take,
        select: {
          id: true, firstName: true, lastName: true, email: true, disabled: true, emailVerified: true, invitedAt: true, lastSeenAt: true, updatedAt: true, role: { select: { name: true } },
          userCampuses: { select: { campus: { select: { name: true } } }, take: 20 }, secondFactors: { where: { confirmedAt: { not: null } }, select: { userId: true } },
        },
      }),
  })
  const photos = await photosOf(ctx, userFiles, page.rows.map(({ id }) => id))
  const rows = page.rows.map((row) => ({
    photo: photos.get(row.id) ?? null, id: row.id, name: nameOfUser(row), email: row.email, role: row.role?.name ?? '', campuses: row.userCampuses.map(({ campus }) => campus.name).sort().join(', '),
    status: statusOfUser(row), hasFactor: row.secondFactors.length > 0, lastSeenAt: row.lastSeenAt?.toISOString() ?? null, seen: row.updatedAt.toISOString(),
  }))
  return { ...page, rows }
}

/** An account with all that its page shows; one of another organization, out of reach or removed is a refusal. */
export async function getUser(ctx: Ctx, id: string) {
  const row = z.uuid().safeParse(id).success
    ? await ctx.db.user.findFirst({
        where: { id, AND: within(ctx) },
        select: {
          id: true, firstName: true, lastName: true, email: true, pendingEmail: true, disabled: true, emailVerified: true, invitedAt: true, lastSeenAt: true, lastSignInAt: true, createdAt: true, updatedAt: true, roleId: true,
          role: { select: { id: true, name: true, requiresSecondFactor: true } }, userCampuses: { select: { campusId: true, campus: { select: { name: true } } } },
          userPermissions: { select: { permission: { select: { name: true } } } }, staff: { select: { id: true, firstName: true, lastName: true }, take: 1 }, secondFactors: { where: { confirmedAt: { not: null } }, select: { confirmedAt: true } },
        },
      })
    : null
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  const { staff: [staff], secondFactors: [factor], userPermissions, userCampuses, updatedAt, ...account } = row
  return {
    ...account, name: nameOfUser(row), status: statusOfUser(row), seen: updatedAt.toISOString(), staff: staff ? { id: staff.id, name: `${staff.firstName} ${staff.lastName}` } : null,
    factorSince: factor?.confirmedAt ?? null, permissions: userPermissions.map(({ permission }) => permission.name), campuses: userCampuses.map(({ campusId, campus }) => ({ id: campusId, name: campus.name })),
  }
}
export type UserRecord = Awaited<ReturnType<typeof getUser>>

/** The last mails to somebody, and how far they got; what one person wrote to another is nobody else's to know. */
export const listMailsOf = ({ db }: Ctx, userId: string) =>
  db.mail.findMany({ where: { userId, template: { notIn: [...privateMails] } }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 5, select: { id: true, template: true, state: true, createdAt: true, recipient: true } })

/** People of the staff who have no account yet, and the one who has this; to be linked. */
export async function staffToLink({ db }: Ctx, userId: string | null): Promise<{ value: string; label: string }[]> {
  const rows = await db.staff.findMany({ where: { OR: [{ userId: null }, ...(userId ? [{ userId }] : [])] }, orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }, { id: 'asc' }], take: 1_000, select: { id: true, firstName: true, lastName: true, campus: { select: { name: true } } } })
  return rows.map(({ id, firstName, lastName, campus }) => ({ value: id, label: `${[lastName, firstName].filter(Boolean).join(', ')} · ${campus.name}` }))
}

/** The roles that somebody of the organization can have. */
export const roleChoices = async ({ db }: Ctx): Promise<{ value: string; label: string }[]> =>
  (await db.role.findMany({ where: { globalAccess: false }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 200, select: { id: true, name: true } })).map(({ id, name }) => ({ value: id, label: name }))
