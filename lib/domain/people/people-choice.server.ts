import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { beginsWith, calledOrNumbered, listedName, searchWords } from './name'

export type Choice = { value: string; label: string; hint: string }

const few = 12
const shownGuardian = { id: true, fullName: true, phone: true, guardianLinks: { take: 2, orderBy: { id: 'asc' }, select: { student: { select: { firstName: true, lastName: true } } } } } as const

/** The first twelve guardians whose names have each word, with a child to tell them apart. The longest word leads, by the index of words; the others only filter. */
export async function findGuardianChoices({ db }: Ctx, text: string): Promise<Choice[]> {
  const [lead = '', ...others] = searchWords(text).sort((a, b) => b.length - a.length)
  if ([lead, ...others].join('').length < 2) return []
  const rows = await db.guardianWord.findMany({
    where: { word: beginsWith(lead), guardian: { deletedAt: null, AND: others.map((word) => ({ OR: [{ nameKey: beginsWith(word) }, { nameKey: { contains: ` ${word}` } }] })) } },
    // Two words of one name may begin alike.
    orderBy: [{ word: 'asc' }, { guardianId: 'asc' }], take: 2 * few, select: { guardian: { select: shownGuardian } },
  })
  const found = [...new Map(rows.map(({ guardian }) => [guardian.id, guardian])).values()].slice(0, few)
  return found.map(({ id, fullName, phone, guardianLinks }) => ({ value: id, label: fullName, hint: [...guardianLinks.map(({ student }) => `${student.firstName} ${student.lastName}`), phone].filter(Boolean).join(' · ') }))
}

const shownStaff = { id: true, firstName: true, lastName: true, jobTitle: true, campus: { select: { name: true } } } as const
type ShownStaff = { id: string; firstName: string; lastName: string; jobTitle: string | null; campus: { name: string } }
const staffChoice = ({ id, firstName, lastName, jobTitle, campus }: ShownStaff): Choice => ({ value: id, label: listedName({ firstName, lastName }), hint: [jobTitle, campus.name].filter(Boolean).join(' · ') })

/** The first twelve who work here and whose names or number begin with each word. */
export async function findStaffChoices({ db }: Ctx, text: string): Promise<Choice[]> {
  const words = searchWords(text)
  if (words.join('').length < 2) return []
  const where = { status: { not: 'ended' as const }, AND: calledOrNumbered(words) }
  return (await db.staff.findMany({ where, orderBy: [{ lastNameKey: 'asc' }, { firstNameKey: 'asc' }, { id: 'asc' }], take: few, select: shownStaff })).map(staffChoice)
}

export async function findStaffChoice({ db }: Ctx, id: string | null): Promise<Choice | null> {
  const row = id ? await db.staff.findFirst({ where: { id }, select: shownStaff }) : null
  return row && staffChoice(row)
}
