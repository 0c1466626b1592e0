import 'server-only'
import { z } from 'zod'
import type { Ctx } from '@/lib/platform/context'
import { fromDate, plainDate, toDate } from '@/lib/platform/time'
import { searchKey } from './name'

export const alikeInput = z.object({ first: z.string().max(100).default(''), last: z.string().max(100).default(''), born: z.union([z.literal(''), plainDate]).default('').catch('') })
export type Alike = { id: string; name: string; number: string; campusName: string; born: string | null; isSure: boolean }

/**
 * Students who may be the one that is being written down: the same whole name, accents and case aside, whatever the birth date; or the same
 * birth date with the family name and the beginning of the given name. A family name alone says nothing.
 */
export async function findAlike({ db }: Ctx, { first, last, born }: z.output<typeof alikeInput>): Promise<Alike[]> {
  const [firstKey, lastKey] = [searchKey(first), searchKey(last)]
  if (firstKey.length < 2 || lastKey.length < 2) return []
  const short = firstKey.split(/\s+/)[0]!.slice(0, 3)
  const rows = await db.student.findMany({
    where: { OR: [{ lastNameKey: lastKey, firstNameKey: firstKey }, ...(born ? [{ lastNameKey: lastKey, firstNameKey: { startsWith: short }, dateOfBirth: toDate(born) }] : [])] },
    orderBy: [{ lastNameKey: 'asc' }, { firstNameKey: 'asc' }, { id: 'asc' }], take: 5,
    select: { id: true, firstName: true, lastName: true, studentNumber: true, dateOfBirth: true, campus: { select: { name: true } } },
  })
  return rows
    .map(({ id, firstName, lastName, studentNumber, dateOfBirth, campus: { name } }) => ({ id, name: `${firstName} ${lastName}`, number: studentNumber, campusName: name, born: dateOfBirth && fromDate(dateOfBirth), isSure: born !== '' && dateOfBirth !== null && fromDate(dateOfBirth) === born }))
    // Who was born on another day is somebody else.
    .filter(({ born: theirs, isSure }) => isSure || born === '' || theirs === null)
}
