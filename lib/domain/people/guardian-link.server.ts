import 'server-only'
import type { z } from 'zod'
import { photosOf } from '@/lib/domain/files/public.server'
import type { Seen } from '@/lib/platform/catalog'
import type { Ctx } from '@/lib/platform/context'
import { hold } from '@/lib/platform/db/sql.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { Refusal } from '@/lib/platform/errors'
import { record } from '@/lib/platform/record.server'
import type { Relationship } from './guardian'
import { guardianLink, type guardianLinkInput, type newLinkInput } from './guardian-link'
import { guardians } from './guardian.server'
import { guardianFiles } from './people-files.server'

type Row = Awaited<ReturnType<Ctx['db']['guardianLink']['findMany']>>[number]
type Linked = z.output<typeof guardianLinkInput> & { guardianId?: string; studentId?: string }
const links = record<Linked, Row>(guardianLink, (db) => db.guardianLink, [])

export const getGuardianLink = links.get
export const updateGuardianLink = (ctx: Ctx, input: z.output<typeof guardianLinkInput> & Seen) => links.update(ctx, input)
export const linkGuardian = (ctx: Ctx, input: z.output<typeof newLinkInput>) => links.create(ctx, input)

/** Takes a child from a guardian. The last one stays: a guardian of nobody is removed instead. */
export const unlinkGuardian = (ctx: Ctx, { id, seen }: Seen): Promise<{ id: string }> =>
  ctx.db.$transaction(async (tx) => {
    const { values } = await links.get({ ...ctx, db: tx }, id)
    const guardianId = String(values.guardianId)
    // Two who take a child each would leave a guardian of nobody.
    await hold(tx, 'guardians', [guardianId])
    const other = await tx.guardianLink.findFirst({ where: { guardianId, id: { not: id } }, orderBy: { id: 'asc' }, select: { studentId: true } })
    if (!other) throw new Refusal('conflict', 'guardians.refusals.lastChild')
    await links.remove({ ...ctx, db: tx }, { id, seen })
    // The child of the guardian's own row is always one of the children.
    await tx.guardian.updateMany({ where: { id: guardianId, studentId: String(values.studentId) }, data: { studentId: other.studentId } })
    return { id }
  })

/** The child is back; whoever has meanwhile linked the two anew is not doubled. */
export const relinkGuardian = links.restore

export type NewGuardian = { fullName: string; phone: string | null; email: string | null; address: string | null } & Pick<Linked, 'relationship'> & Partial<Omit<Linked, 'relationship'>>

/** A guardian who is not known yet, with the first child. Inside the transaction of who admits. */
export async function createGuardianOf(ctx: Ctx, tx: TenantDb, studentId: string, { fullName, phone, email, address, relationship, ...link }: NewGuardian): Promise<{ id: string }> {
  const within = { ...ctx, db: tx }
  const { id } = await guardians.create(within, { fullName, phone, email, address, relationship, studentId, primaryContact: link.emergencyOrder === 1 })
  await tx.guardianLink.updateMany({ where: { guardianId: id, studentId }, data: link })
  return { id }
}

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null
const shownLink = { id: true, updatedAt: true, relationship: true, livesWith: true, mayPickUp: true, receivesMail: true, pays: true, emergencyOrder: true, custodyNote: true, custodyFrom: true, custodyUntil: true } as const
type Shown = Pick<Row, keyof typeof shownLink>
const linkOf = ({ updatedAt, custodyFrom, custodyUntil, ...link }: Shown) => ({ ...link, seen: updatedAt.toISOString(), custodyFrom: day(custodyFrom), custodyUntil: day(custodyUntil) })
const inOrder = [{ emergencyOrder: { sort: 'asc' as const, nulls: 'last' as const } }, { id: 'asc' as const }]

export type GuardianOf = ReturnType<typeof linkOf> & { relationship: Relationship; guardian: { id: string; fullName: string; phone: string | null; email: string | null; address: string | null; photo: string | null }; siblings: { id: string; name: string }[] }

/** Who answers for a student, in the order in which they are called, each with the other children they have here. */
export async function listGuardiansOf(ctx: Ctx, studentId: string): Promise<GuardianOf[]> {
  if (!ctx.can('READ_GUARDIANS')) return []
  const rows = await ctx.db.guardianLink.findMany({
    where: { studentId }, orderBy: inOrder,
    select: { ...shownLink, guardian: { select: { id: true, fullName: true, phone: true, email: true, address: true, guardianLinks: { where: { studentId: { not: studentId } }, orderBy: { id: 'asc' }, select: { student: { select: { id: true, firstName: true, lastName: true } } } } } } },
  })
  const photos = await photosOf(ctx, guardianFiles, rows.map(({ guardian }) => guardian.id))
  return rows.map(({ guardian: { guardianLinks, ...guardian }, ...link }) => ({
    ...linkOf(link), guardian: { ...guardian, photo: photos.get(guardian.id) ?? null },
    siblings: guardianLinks.map(({ student }) => ({ id: student.id, name: `${student.firstName} ${student.lastName}` })),
  }))
}

export type ChildOf = ReturnType<typeof linkOf> & { student: { id: string; name: string; number: string; campusName: string } }

/** The children a guardian answers for, within the reach of whoever asks. */
export async function listChildrenOf({ db }: Ctx, guardianId: string): Promise<ChildOf[]> {
  const rows = await db.guardianLink.findMany({
    where: { guardianId }, orderBy: { id: 'asc' },
    select: { ...shownLink, student: { select: { id: true, firstName: true, lastName: true, studentNumber: true, campus: { select: { name: true } } } } },
  })
  return rows.map(({ student, ...link }) => ({ ...linkOf(link), student: { id: student.id, name: `${student.firstName} ${student.lastName}`, number: student.studentNumber, campusName: student.campus.name } }))
}
