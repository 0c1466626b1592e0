import 'server-only'
import type { z } from 'zod'
import { photosOf } from '@/lib/domain/files/public.server'
import type { Ctx } from '@/lib/platform/context'
import { countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { record } from '@/lib/platform/record.server'
import { bulkChange, bulkRemove } from '@/lib/platform/record-bulk.server'
import { guardian, guardianChange, type guardianInput, type guardianList, type Relationship } from './guardian'
import { beginsWith, searchWords } from './name'
import { guardianFiles } from './people-files.server'

export type GuardianRow = { id: string; fullName: string; relationship: Relationship; phone: string | null; email: string | null; primaryContact: boolean; student: string; campusName: string; seen: string; photo: string | null }

export const guardians = record<z.output<typeof guardianInput>, Awaited<ReturnType<Ctx['db']['guardian']['findMany']>>[number]>(guardian, (db) => db.guardian, [])

/** What can be done to many guardians at once. */
export const guardianBulks = { change: bulkChange(guardians, 'UPDATE_GUARDIANS', guardianChange), remove: bulkRemove(guardians, 'DELETE_GUARDIANS') }

const unreachable = { AND: [{ OR: [{ phone: null }, { phone: '' }] }, { OR: [{ email: null }, { email: '' }] }] }
const contacts = { reachable: { NOT: unreachable }, unreachable }

const where = ({ search, filters: { campus, relationship, contact } }: ListQuery<typeof guardianList>, campusId = campus) => ({
  ...(relationship ? { relationship } : {}),
  AND: [
    ...(campusId ? [{ student: { campusId } }] : []),
    ...(contact ? [contacts[contact]] : []),
    // A guardian is found by the own name or by a child's.
    ...searchWords(search).map((word) => ({ OR: [{ nameKey: beginsWith(word) }, { nameKey: { contains: ` ${word}` } }, { student: { OR: [{ lastNameKey: beginsWith(word) }, { firstNameKey: beginsWith(word) }] } }] })),
  ],
})

const studentName = { select: { firstName: true, lastName: true, campus: { select: { name: true } } } } as const

/** Guardians within reach, by the list's filters, order and page. */
export async function listGuardians(ctx: Ctx, query: ListQuery<typeof guardianList>): Promise<Paged<GuardianRow>> {
  const { db, campus } = ctx
  const matching = where(query, query.filters.campus ?? campus?.id)
  const page = await paged(query, {
    countCap,
    count: () => db.guardian.count({ where: matching, take: countCap }),
    rows: (keyset) =>
      db.guardian.findMany({
        where: { AND: [matching, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take,
        select: { id: true, fullName: true, nameKey: true, relationship: true, phone: true, email: true, primaryContact: true, updatedAt: true, student: studentName },
      }),
  })
  const photos = await photosOf(ctx, guardianFiles, page.rows.map(({ id }) => id))
  return { ...page, rows: page.rows.map(({ student, updatedAt, nameKey: _key, ...row }) => ({ ...row, photo: photos.get(row.id) ?? null, seen: updatedAt.toISOString(), student: `${student.lastName}, ${student.firstName}`, campusName: student.campus.name })) }
}

/** The ids of those that a list's query finds, at most `most`. */
export const guardianIds = async ({ db, campus }: Ctx, query: ListQuery<typeof guardianList>, most: number): Promise<string[]> =>
  (await db.guardian.findMany({ where: where(query, query.filters.campus ?? campus?.id), orderBy: { id: 'asc' }, take: most, select: { id: true } })).map(({ id }) => id)

export type GuardianRecord = Awaited<ReturnType<typeof getGuardian>>

/** A guardian with the child; another organization's, one out of reach or a removed one is a refusal. */
export async function getGuardian(ctx: Ctx, id: string) {
  const row = await guardians.get(ctx, id)
  const child = await ctx.db.student.findFirst({ where: { id: String(row.values.studentId) }, select: { id: true, studentNumber: true, ...studentName.select } })
  return { ...row, child: child && { id: child.id, name: `${child.firstName} ${child.lastName}`, number: child.studentNumber, campusName: child.campus.name } }
}
