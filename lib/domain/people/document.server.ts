import 'server-only'
import type { z } from 'zod'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { containing, countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { record } from '@/lib/platform/record.server'
import { daysAfter, fromDate, toDate, type PlainDate } from '@/lib/platform/time'
import { document, expiresSoonDays, type documentInput, type documentList } from './document'

type Row = Awaited<ReturnType<Ctx['db']['document']['findMany']>>[number]
type Written = { name: string; category: Row['category']; expiresOn: PlainDate | null; notes: string | null; entityType?: Row['entityType']; entityReference?: string | null; campusId?: string | null; uploadedAt?: PlainDate }
export const documents = record<Written, Row>(document, (db) => db.document, [])

/** Where the owner of a new document is; one that is out of reach is not there. */
async function ownerOf({ db }: Ctx, { entityType, studentId, staffId, campusId }: z.output<typeof documentInput>): Promise<{ entityReference: string | null; campusId: string | null }> {
  if (entityType === 'organization') return { entityReference: null, campusId: null }
  const id = { student: studentId, staff: staffId, campus: campusId }[entityType] ?? ''
  const row = entityType === 'campus' ? await db.campus.findFirst({ where: { id }, select: { id: true } }).then((one) => one && { campusId: one.id })
    : entityType === 'student' ? await db.student.findFirst({ where: { id }, select: { campusId: true } }) : await db.staff.findFirst({ where: { id }, select: { campusId: true } })
  if (!row) throw new Refusal('not-found', 'errors.refusals.notFound')
  return { entityReference: id, campusId: row.campusId }
}

/** A document of somebody or of a place; its files are attached to it afterwards. */
export async function createDocument(ctx: Ctx, input: z.output<typeof documentInput>): Promise<{ id: string }> {
  const { name, category, expiresOn, notes, entityType } = input
  if (entityType === 'organization' && ctx.role.reach !== 'organization') throw new Refusal('forbidden', 'errors.refusals.forbidden')
  return documents.create(ctx, { name, category, expiresOn, notes, entityType, ...(await ownerOf(ctx, input)), uploadedAt: todayIn(ctx.timeZone) })
}

export type Expiry = 'expired' | 'soon' | null
const expiryOf = (expiresOn: PlainDate | null, today: PlainDate): Expiry => (!expiresOn ? null : expiresOn < today ? 'expired' : expiresOn <= daysAfter(today, expiresSoonDays) ? 'soon' : null)

/** What the owners of documents are called, by their ids. */
export async function ownerNames({ db }: Ctx, rows: readonly { entityType: string; entityReference: string | null }[]): Promise<Map<string, string>> {
  const of = (kind: string) => rows.flatMap((row) => (row.entityType === kind && row.entityReference ? [row.entityReference] : []))
  const person = { id: true, firstName: true, lastName: true } as const
  const [students, staff, campuses] = await Promise.all([
    of('student').length ? db.student.findMany({ where: { id: { in: of('student') } }, select: person }) : [],
    of('staff').length ? db.staff.findMany({ where: { id: { in: of('staff') } }, select: person }) : [],
    of('campus').length ? db.campus.findMany({ where: { id: { in: of('campus') } }, select: { id: true, name: true } }) : [],
  ])
  return new Map([...[...students, ...staff].map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`] as const), ...campuses.map(({ id, name }) => [id, name] as const)])
}

export type DocumentRow = { id: string; seen: string; name: string; category: Row['category']; entityType: Row['entityType']; owner: string | null; expiresOn: PlainDate | null; expiry: Expiry }

/** Documents within reach, by the list's filters, order and page. */
export async function listDocuments(ctx: Ctx, query: ListQuery<typeof documentList>): Promise<Paged<DocumentRow>> {
  const { db, campus } = ctx
  const { search, filters: { category, owner, expiry } } = query
  const today = todayIn(ctx.timeZone)
  const matching = {
    ...(category ? { category } : {}), ...(owner ? { entityType: owner } : {}),
    ...(expiry === 'expired' ? { expiresOn: { lt: toDate(today) } } : expiry === 'soon' ? { expiresOn: { gte: toDate(today), lte: toDate(daysAfter(today, expiresSoonDays)) } } : {}),
    ...(search ? { name: containing(search) } : {}),
    ...(campus ? { OR: [{ campusId: null }, { campusId: campus.id }] } : {}),
  }
  const page = await paged(query, {
    countCap,
    count: () => db.document.count({ where: matching, take: countCap }),
    rows: (keyset) => db.document.findMany({ where: { AND: [matching, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take }),
  })
  const names = await ownerNames(ctx, page.rows)
  return {
    ...page,
    rows: page.rows.map((row) => {
      const expiresOn = row.expiresOn && fromDate(row.expiresOn)
      return { id: row.id, seen: row.updatedAt.toISOString(), name: row.name, category: row.category, entityType: row.entityType, owner: row.entityReference ? (names.get(row.entityReference) ?? null) : null, expiresOn, expiry: expiryOf(expiresOn, today) }
    }),
  }
}

/** A document with its owner's name. */
export async function getDocument(ctx: Ctx, id: string) {
  const row = await documents.get(ctx, id)
  const entityType = String(row.values.entityType)
  const entityReference = typeof row.values.entityReference === 'string' ? row.values.entityReference : null
  const expiresOn = typeof row.values.expiresOn === 'string' ? row.values.expiresOn : null
  const names = await ownerNames(ctx, [{ entityType, entityReference }])
  return { ...row, name: String(row.values.name), entityType, entityReference, owner: entityReference ? (names.get(entityReference) ?? null) : null, expiresOn, expiry: expiryOf(expiresOn, todayIn(ctx.timeZone)) }
}
