import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { beginsWith, searchWords } from './name'
import type { StaffStatus, StaffType, staffList } from './staff'

export type StaffRow = { id: string; employeeNumber: string; firstName: string; lastName: string; jobTitle: string | null; staffType: StaffType; status: StaffStatus; email: string | null; campusName: string }

const where = ({ search, filters }: ListQuery<typeof staffList>, campusId: string | undefined) => ({
  ...(filters.status ? { status: filters.status } : {}),
  ...(filters.type ? { staffType: filters.type } : {}),
  ...((filters.campus ?? campusId) ? { campusId: filters.campus ?? campusId! } : {}),
  AND: searchWords(search).map((word) => ({ OR: [{ lastNameKey: beginsWith(word) }, { firstNameKey: beginsWith(word) }, { employeeNumber: beginsWith(word.toUpperCase()) }] })),
})

/** Staff within reach, by the list's filters, order and page. */
export async function listStaff({ db, campus }: Ctx, query: ListQuery<typeof staffList>): Promise<Paged<StaffRow>> {
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
          id: true, employeeNumber: true, firstName: true, lastName: true, firstNameKey: true, lastNameKey: true, jobTitle: true, staffType: true, status: true, email: true,
          campus: { select: { name: true } },
        },
      }),
  })
  return { ...page, rows: page.rows.map(({ campus: { name }, ...row }) => ({ ...row, campusName: name })) }
}
