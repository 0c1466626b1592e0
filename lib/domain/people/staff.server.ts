import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { photosOf } from '@/lib/domain/files/public.server'
import { calledOrNumbered, searchWords } from './name'
import { staffFiles } from './people-files.server'
import type { StaffStatus, StaffType, staffList } from './staff'

export type StaffRow = { id: string; employeeNumber: string; firstName: string; lastName: string; jobTitle: string | null; staffType: StaffType; status: StaffStatus; email: string | null; campusName: string; seen: string; photo: string | null }

const where = ({ search, filters }: ListQuery<typeof staffList>, campusId: string | undefined) => ({
  ...(filters.status ? { status: filters.status } : {}),
  ...(filters.type ? { staffType: filters.type } : {}),
  ...((filters.campus ?? campusId) ? { campusId: filters.campus ?? campusId! } : {}),
  AND: calledOrNumbered(searchWords(search)),
})

/** Staff within reach, by the list's filters, order and page. */
export async function listStaff(ctx: Ctx, query: ListQuery<typeof staffList>): Promise<Paged<StaffRow>> {
  const { db, campus } = ctx
  const matching = where(query, campus?.id)
  const page = await paged(query, {
    countCap,
    count: () => db.staff.count({ where: matching, take: countCap }),
    rows: (keyset) =>
      db.staff.findMany({
        where: { AND: [matching, keyset.where] },
        orderBy: keyset.orderBy,
        take: keyset.take,
        select: {
          id: true, employeeNumber: true, firstName: true, lastName: true, firstNameKey: true, lastNameKey: true, jobTitle: true, staffType: true, status: true, email: true, updatedAt: true,
          campus: { select: { name: true } },
        },
      }),
  })
  const photos = await photosOf(ctx, staffFiles, page.rows.map(({ id }) => id))
  return { ...page, rows: page.rows.map(({ campus: { name }, updatedAt, firstNameKey: _first, lastNameKey: _last, ...row }) => ({ ...row, campusName: name, seen: updatedAt.toISOString(), photo: photos.get(row.id) ?? null })) }
}
