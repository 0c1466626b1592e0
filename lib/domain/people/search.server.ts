import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { beginsWith, calledOrNumbered, searchWords } from './name'
import { nearWords } from './near'

/** `id` is the number that people know, `recordId` where the record is. */
export type Found = { id: string; recordId: string; label: string; hint: string }

const few = 6
const campus = { select: { name: true } } as const
const hintOf = (...parts: readonly (string | null)[]) => parts.filter(Boolean).join(' · ')

type Key = 'lastNameKey' | 'firstNameKey' | 'numberKey'
/** By which keys a word is looked for, in this order. */
const keysFor = (word: string): Key[] => (/\d/.test(word) ? ['numberKey'] : ['lastNameKey', 'firstNameKey', 'numberKey'])

/**
 * One key after the other, each read in the order of its own index until there are enough: asked for all at once, the database
 * walks every name in the order of names. The longest word leads, the others only filter.
 */
async function oneByOne<Row extends { id: string }>(words: readonly string[], ask: (key: Key, lead: string, others: readonly string[]) => Promise<Row[]>): Promise<Row[]> {
  const [lead = '', ...others] = [...words].sort((a, b) => b.length - a.length)
  const found = new Map<string, Row>()
  for (const key of keysFor(lead)) {
    if (found.size < few) for (const row of await ask(key, lead, others)) found.set(row.id, found.get(row.id) ?? row)
  }
  return [...found.values()].slice(0, few)
}

/** The last part of an order makes it whole: without it the database adds one of its own. */
const orderBy = {
  lastNameKey: [{ lastNameKey: 'asc' as const }, { firstNameKey: 'asc' as const }, { id: 'asc' as const }],
  firstNameKey: [{ firstNameKey: 'asc' as const }, { lastNameKey: 'asc' as const }, { id: 'asc' as const }],
  numberKey: [{ numberKey: 'asc' as const }, { id: 'asc' as const }],
}

const findStudents = ({ db }: Ctx, words: readonly string[]) =>
  oneByOne(words, (key, lead, others) =>
    db.student.findMany({
      where: { AND: [{ [key]: beginsWith(lead) }, ...calledOrNumbered(others)] }, orderBy: orderBy[key], take: few,
      select: { id: true, studentNumber: true, firstName: true, lastName: true, campus },
    }))

const findStaff = ({ db }: Ctx, words: readonly string[]) =>
  oneByOne(words, (key, lead, others) =>
    db.staff.findMany({
      where: { AND: [{ [key]: beginsWith(lead) }, ...calledOrNumbered(others)] }, orderBy: orderBy[key], take: few,
      select: { id: true, employeeNumber: true, firstName: true, lastName: true, jobTitle: true, campus },
    }))

/** Each word as it was meant: what begins so, or a name one slip away from it. Shorter words are near to everything. */
const meant = (word: string) => {
  const near = word.length < 4 ? [] : nearWords(word)
  return { OR: [{ lastNameKey: beginsWith(word) }, { firstNameKey: beginsWith(word) }, { lastNameKey: { in: near } }, { firstNameKey: { in: near } }] }
}
/** Asked only when nobody is called what was typed. The longest word leads, by the index of one name after the other. */
async function nearBy<Row extends { id: string }>(words: readonly string[], ask: (where: object) => Promise<Row[]>): Promise<Row[]> {
  const [lead = '', ...others] = [...words].sort((a, b) => b.length - a.length)
  if (lead.length < 4) return []
  const near = nearWords(lead)
  const [byLast, byFirst] = await Promise.all([{ lastNameKey: { in: near } }, { firstNameKey: { in: near } }].map((name) => ask({ AND: [name, ...others.map(meant)] })))
  return [...new Map([...byLast!, ...byFirst!].map((row) => [row.id, row])).values()].slice(0, few)
}
const byName = [{ lastNameKey: 'asc' as const }, { firstNameKey: 'asc' as const }, { id: 'asc' as const }]
const nearStudents = ({ db }: Ctx, words: readonly string[]) =>
  nearBy(words, (where) => db.student.findMany({ where, orderBy: byName, take: few, select: { id: true, studentNumber: true, firstName: true, lastName: true, campus } }))
const nearStaff = ({ db }: Ctx, words: readonly string[]) =>
  nearBy(words, (where) => db.staff.findMany({ where, orderBy: byName, take: few, select: { id: true, employeeNumber: true, firstName: true, lastName: true, jobTitle: true, campus } }))

async function orNear<Row>(found: Promise<Row[]>, near: () => Promise<Row[]>): Promise<Row[]> {
  const rows = await found
  return rows.length > 0 ? rows : near()
}

/** The first people within reach whose names or numbers begin with each word, family names before given names before numbers; if nobody is, whose names are one slip away. Fewer than two letters find nobody. */
export async function searchPeople(ctx: Ctx, text: string): Promise<{ students: Found[]; staff: Found[] }> {
  const words = searchWords(text)
  const isAsked = words.join('').length >= 2
  const [students, staff] = await Promise.all([
    isAsked && ctx.can('READ_STUDENTS') ? orNear(findStudents(ctx, words), () => nearStudents(ctx, words)) : [],
    isAsked && ctx.can('READ_STAFF') ? orNear(findStaff(ctx, words), () => nearStaff(ctx, words)) : [],
  ])
  return {
    students: students.map(({ id, studentNumber, firstName, lastName, campus: { name } }) => ({ id: studentNumber, recordId: id, label: `${firstName} ${lastName}`, hint: hintOf(studentNumber, name) })),
    staff: staff.map(({ id, employeeNumber, firstName, lastName, jobTitle, campus: { name } }) => ({ id: employeeNumber, recordId: id, label: `${firstName} ${lastName}`, hint: hintOf(jobTitle, name) })),
  }
}
