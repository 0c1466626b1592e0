import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { photosOf } from '@/lib/domain/files/public.server'
import { todayIn } from '@/lib/platform/clock.server'
import { fromDate, type PlainDate } from '@/lib/platform/time'
import { inClassOn } from './in-class'
import { calledOrNumbered, searchWords } from './name'
import { studentFiles } from './people-files.server'
import { standingOn } from './student'
import type { StudentStatus, studentList } from './student'

export type StudentRow = { id: string; studentNumber: string; firstName: string; lastName: string; status: StudentStatus; campusName: string; className: string | null; guardian: string | null; photo: string | null; seen: string }

/** Who is in a class now, or in one of a grade this year. */
const enrolledIn = (today: PlainDate, classId: string | undefined, gradeId: string | undefined) =>
  classId || gradeId ? { classEnrollments: { some: { ...inClassOn(today), ...(classId ? { classId } : {}), ...(gradeId ? { class: { gradeId, academicYear: { current: true } } } : {}) } } } : {}

/** Students of a campus, and those of another who have a seat there. */
const atCampus = (campusId: string | undefined) => (campusId ? [{ OR: [{ campusId }, { studentCampuses: { some: { campusId } } }] }] : [])

const where = ({ search, filters: { status, campus, grade, class: classId } }: ListQuery<typeof studentList>, chosen: string | undefined, today: PlainDate) => ({
  ...(status ? { status } : {}),
  ...enrolledIn(today, classId, grade),
  AND: [...atCampus(campus ?? chosen), ...calledOrNumbered(searchWords(search))],
})

/** Students within reach, by the list's filters, order and page, each with the class of this year and whom to call first. */
export async function listStudents(ctx: Ctx, query: ListQuery<typeof studentList>): Promise<Paged<StudentRow>> {
  const { db, campus } = ctx
  const today = todayIn(ctx.timeZone)
  const matching = where(query, campus?.id, today)
  const page = await paged(query, {
    countCap,
    count: () => db.student.count({ where: matching, take: countCap }),
    rows: (keyset) =>
      db.student.findMany({
        where: { AND: [matching, keyset.where] },
        orderBy: keyset.orderBy,
        take: keyset.take,
        select: {
          id: true, studentNumber: true, firstName: true, lastName: true, firstNameKey: true, lastNameKey: true, status: true, nextStatus: true, nextStatusOn: true, updatedAt: true, campus: { select: { name: true, timeZone: true } },
          guardianLinks: { select: { guardian: { select: { fullName: true } } }, orderBy: [{ emergencyOrder: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }], take: 1 },
          classEnrollments: { where: { ...inClassOn(today), class: { academicYear: { current: true } } }, select: { class: { select: { name: true } } }, orderBy: [{ class: { classType: 'asc' } }, { endedOn: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }], take: 1 },
        },
      }),
  })
  const photos = await photosOf(ctx, studentFiles, page.rows.map(({ id }) => id))
  const rows = page.rows.map(({ campus: { name, timeZone }, guardianLinks: [link], classEnrollments: [enrolled], firstNameKey: _first, lastNameKey: _last, nextStatus, nextStatusOn, updatedAt, ...row }) => ({
    ...row, status: standingOn({ status: row.status, nextStatus, nextStatusOn: nextStatusOn && fromDate(nextStatusOn) }, todayIn(timeZone)),
    campusName: name, className: enrolled?.class.name ?? null, guardian: link?.guardian.fullName ?? null, photo: photos.get(row.id) ?? null, seen: updatedAt.toISOString(),
  }))
  return { ...page, rows }
}
