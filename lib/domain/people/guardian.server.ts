import 'server-only'
import type { z } from 'zod'
import { photosOf } from '@/lib/domain/files/public.server'
import type { Ctx } from '@/lib/platform/context'
import { countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { record } from '@/lib/platform/record.server'
import { bulkChange, bulkRemove } from '@/lib/platform/record-bulk.server'
import { guardian, guardianChange, type guardianInput, type guardianList, type Relationship } from './guardian'
import { beginsWith, listedName, searchWords } from './name'
import { guardianFiles } from './people-files.server'

export type GuardianRow = { id: string; fullName: string; relationship: Relationship; phone: string | null; email: string | null; primaryContact: boolean; student: string; campusName: string; seen: string; photo: string | null }

export const guardians = record<z.output<typeof guardianInput>, Awaited<ReturnType<Ctx['db']['guardian']['findMany']>>[number]>(guardian, (db) => db.guardian, [])

/** What can be done to many guardians at once. */
export const guardianBulks = { change: bulkChange(guardians, 'UPDATE_GUARDIANS', guardianChange), remove: bulkRemove(guardians, 'DELETE_GUARDIANS') }

const unreachable = { AND: [{ OR: [{ phone: null }, { phone: '' }] }, { OR: [{ email: null }, { email: '' }] }] }
const contacts = { reachable: { NOT: unreachable }, unreachable }

/** Guardians of children whose names begin with a word. Asked apart: as one condition it took PostgreSQL seconds without statistics. */
async function ofChildren({ db }: Ctx, word: string): Promise<string[]> {
  const rows = await db.guardianLink.findMany({ where: { student: { OR: [{ lastNameKey: beginsWith(word) }, { firstNameKey: beginsWith(word) }] } }, orderBy: { id: 'asc' }, take: 500, select: { guardianId: true } })
  return rows.map(({ guardianId }) => guardianId)
}

/** A guardian is found by the own name or by a child's. */
const found = async (ctx: Ctx, word: string) => ({ OR: [{ nameKey: beginsWith(word) }, { nameKey: { contains: ` ${word}` } }, { id: { in: await ofChildren(ctx, word) } }] })

async function where(ctx: Ctx, { search, filters: { campus, relationship, contact } }: ListQuery<typeof guardianList>) {
  const campusId = campus ?? ctx.campus?.id
  return {
    ...(relationship ? { relationship } : {}),
    AND: [...(campusId ? [{ guardianLinks: { some: { student: { campusId } } } }] : []), ...(contact ? [contacts[contact]] : []), ...(await Promise.all(searchWords(search).map((word) => found(ctx, word))))],
  }
}

const studentName = { select: { firstName: true, lastName: true, campus: { select: { name: true } } } } as const

/** Guardians within reach, by the list's filters, order and page. */
export async function listGuardians(ctx: Ctx, query: ListQuery<typeof guardianList>): Promise<Paged<GuardianRow>> {
  const { db } = ctx
  const matching = await where(ctx, query)
  const page = await paged(query, {
    countCap,
    count: () => db.guardian.count({ where: matching, take: countCap }),
    rows: (keyset) =>
      db.guardian.findMany({
        where: { AND: [matching, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take,
        select: { id: true, fullName: true, nameKey: true, relationship: true, phone: true, email: true, primaryContact: true, updatedAt: true, guardianLinks: { take: 1, orderBy: { id: 'asc' }, select: { student: studentName } }, student: studentName },
      }),
  })
  const photos = await photosOf(ctx, guardianFiles, page.rows.map(({ id }) => id))
  // The child by whom whoever asks knows them: one came perhaps with another, at another campus.
  return {
    ...page,
    rows: page.rows.map(({ student: own, guardianLinks: [link], updatedAt, nameKey: _key, ...row }) => {
      const student = link?.student ?? own
      return { ...row, photo: photos.get(row.id) ?? null, seen: updatedAt.toISOString(), student: listedName(student), campusName: student.campus.name }
    }),
  }
}

/** The ids of those that a list's query finds, at most `most`. */
export const guardianIds = async (ctx: Ctx, query: ListQuery<typeof guardianList>, most: number): Promise<string[]> =>
  (await ctx.db.guardian.findMany({ where: await where(ctx, query), orderBy: { id: 'asc' }, take: most, select: { id: true } })).map(({ id }) => id)

export type GuardianRecord = Awaited<ReturnType<typeof getGuardian>>

/** A guardian with the child; another organization's, one out of reach or a removed one is a refusal. */
export async function getGuardian(ctx: Ctx, id: string) {
  const row = await guardians.get(ctx, id)
  const child = await ctx.db.student.findFirst({ where: { id: String(row.values.studentId) }, select: { id: true, studentNumber: true, ...studentName.select } })
  return { ...row, child: child && { id: child.id, name: `${child.firstName} ${child.lastName}`, number: child.studentNumber, campusName: child.campus.name } }
}
