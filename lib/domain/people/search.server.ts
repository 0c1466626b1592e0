import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { beginsWith, searchWords } from './name'

export type Found = { id: string; label: string; hint: string }

const few = 6

/** The first people within reach whose names or numbers begin with each word; fewer than two letters find nobody. */
export async function searchPeople(ctx: Ctx, text: string): Promise<{ students: Found[]; staff: Found[] }> {
  const words = searchWords(text)
  if (words.join('').length < 2) return { students: [], staff: [] }
  const named = (word: string) => [{ lastNameKey: beginsWith(word) }, { firstNameKey: beginsWith(word) }]
  const order = [{ lastNameKey: 'asc' as const }, { firstNameKey: 'asc' as const }, { id: 'asc' as const }]
  const [students, staff] = await Promise.all([
    ctx.can('READ_STUDENTS')
      ? ctx.db.student.findMany({
          where: { AND: words.map((word) => ({ OR: [...named(word), { studentNumber: beginsWith(word.toUpperCase()) }] })) },
          select: { id: true, firstName: true, lastName: true, studentNumber: true, campus: { select: { name: true } } }, orderBy: order, take: few,
        })
      : [],
    ctx.can('READ_STAFF')
      ? ctx.db.staff.findMany({
          where: { AND: words.map((word) => ({ OR: named(word) })) },
          select: { id: true, firstName: true, lastName: true, employeeNumber: true, jobTitle: true, campus: { select: { name: true } } }, orderBy: order, take: few,
        })
      : [],
  ])
  const label = ({ firstName, lastName }: { firstName: string; lastName: string }) => `${firstName} ${lastName}`
  return {
    students: students.map((found) => ({ id: found.studentNumber, label: label(found), hint: `${found.studentNumber} · ${found.campus.name}` })),
    staff: staff.map((found) => ({ id: found.employeeNumber, label: label(found), hint: [found.jobTitle, found.campus.name].filter(Boolean).join(' · ') })),
  }
}
