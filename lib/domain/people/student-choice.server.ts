import 'server-only'
import { z } from 'zod'
import type { Ctx } from '@/lib/platform/context'
import { calledOrNumbered, listedName, searchWords } from './name'

/** A student where one is picked for something else. */
export type StudentChoice = { value: string; label: string; hint: string; /** Of the student's campus. */ timeZone: string }

const shown = { id: true, firstName: true, lastName: true, studentNumber: true, campus: { select: { name: true, timeZone: true } } } as const
type Shown = { id: string; firstName: string; lastName: string; studentNumber: string; campus: { name: string; timeZone: string } }

const choiceOf = ({ id, firstName, lastName, studentNumber, campus }: Shown): StudentChoice => ({ value: id, label: listedName({ firstName, lastName }), hint: `${studentNumber} · ${campus.name}`, timeZone: campus.timeZone })

/** The first twelve within reach whose names or number begin with each word. */
export async function findStudentChoices({ db }: Ctx, text: string, campusId?: string): Promise<StudentChoice[]> {
  const words = searchWords(text)
  if (words.join('').length < 2) return []
  const where = { ...(campusId ? { campusId } : {}), AND: calledOrNumbered(words) }
  return (await db.student.findMany({ where, orderBy: [{ lastNameKey: 'asc' }, { firstNameKey: 'asc' }, { id: 'asc' }], take: 12, select: shown })).map(choiceOf)
}

export async function findStudentChoice({ db }: Ctx, id: string): Promise<StudentChoice | null> {
  const row = z.uuid().safeParse(id).success ? await db.student.findFirst({ where: { id }, select: shown }) : null
  return row && choiceOf(row)
}
