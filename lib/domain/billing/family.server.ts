import 'server-only'
import { onRollStatuses } from '@/lib/domain/people/public.server'
import type { TenantDb } from '@/lib/platform/db/tenant.server'
import { minorOf } from '@/lib/platform/money'
import { fromDate, toDate, type PlainDate } from '@/lib/platform/time'
import type { Rule, Standing } from './reckoning'

/** The students for whom the same guardians pay, this one among them. */
export async function familyOf(db: TenantDb, studentId: string): Promise<string[]> {
  const payers = await db.guardianLink.findMany({ where: { studentId, pays: true }, orderBy: { id: 'asc' }, select: { guardianId: true } })
  if (payers.length === 0) return [studentId]
  const links = await db.guardianLink.findMany({ where: { guardianId: { in: payers.map(({ guardianId }) => guardianId) }, pays: true }, orderBy: { id: 'asc' }, select: { studentId: true } })
  return [...new Set([studentId, ...links.map((link) => link.studentId)])]
}

/** The rules in force, in their order. */
export async function listRules(db: TenantDb): Promise<Rule[]> {
  const rows = await db.discountRule.findMany({ where: { active: true }, orderBy: [{ position: 'asc' }, { id: 'asc' }], select: { id: true, name: true, kind: true, position: true, percent: true, amount: true, fromChild: true, until: true } })
  return rows.map(({ amount, until, ...rule }) => ({ ...rule, amount: amount && minorOf(amount), until: until && fromDate(until) }))
}

type Link = { guardianId: string; studentId: string; student: { dateOfBirth: Date | null; status: string } }
const older = (a: Link, b: Link) => (a.student.dateOfBirth?.getTime() ?? Infinity) - (b.student.dateOfBirth?.getTime() ?? Infinity) || (a.studentId < b.studentId ? -1 : 1)

/** Which child of its family each student is: the oldest one here is the first. */
function placesOf(studentIds: readonly string[], payers: readonly { guardianId: string; studentId: string }[], links: readonly Link[]): Map<string, number> {
  const of = new Map<string, Link[]>()
  for (const link of links) if (onRollStatuses.some((status) => status === link.student.status)) of.set(link.guardianId, [...(of.get(link.guardianId) ?? []), link])
  return new Map(studentIds.map((studentId) => {
    const family = new Map(payers.filter((payer) => payer.studentId === studentId).flatMap(({ guardianId }) => of.get(guardianId) ?? []).map((link) => [link.studentId, link]))
    const place = [...family.values()].sort(older).findIndex((link) => link.studentId === studentId)
    return [studentId, place < 0 ? 1 : place + 1]
  }))
}

/** What the rules ask of each of these students on a day. */
export async function standingsOf(db: TenantDb, studentIds: readonly string[], on: PlainDate): Promise<Map<string, Standing>> {
  const ids = [...studentIds]
  const [all, students, grants] = await Promise.all([
    db.guardianLink.findMany({ where: { studentId: { in: ids } }, orderBy: { id: 'asc' }, select: { guardianId: true, studentId: true, pays: true, guardian: { select: { email: true } } } }),
    db.student.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' }, select: { id: true, enrollmentDate: true } }),
    db.studentDiscount.findMany({ where: { studentId: { in: ids }, startsOn: { lte: toDate(on) }, OR: [{ endsOn: null }, { endsOn: { gte: toDate(on) } }] }, orderBy: { id: 'asc' }, select: { studentId: true, ruleId: true, reason: true } }),
  ])
  const payers = all.filter(({ pays }) => pays)
  const emails = [...new Set(all.flatMap(({ guardian }) => (guardian.email ? [guardian.email.toLowerCase()] : [])))]
  const [links, staff] = await Promise.all([
    payers.length === 0 ? [] : db.guardianLink.findMany({ where: { guardianId: { in: [...new Set(payers.map(({ guardianId }) => guardianId))] }, pays: true }, orderBy: { id: 'asc' }, select: { guardianId: true, studentId: true, student: { select: { dateOfBirth: true, status: true } } } }),
    emails.length === 0 ? [] : db.staff.findMany({ where: { email: { in: emails, mode: 'insensitive' }, OR: [{ endDate: null }, { endDate: { gte: toDate(on) } }] }, orderBy: { id: 'asc' }, select: { email: true } }),
  ])
  const places = placesOf(ids, payers, links)
  const employed = new Set(staff.map(({ email }) => email?.toLowerCase()))
  const staffChildren = new Set(all.filter(({ guardian }) => guardian.email && employed.has(guardian.email.toLowerCase())).map(({ studentId }) => studentId))
  const granted = new Map<string, Map<string, string | null>>()
  for (const { studentId, ruleId, reason } of grants) granted.set(studentId, (granted.get(studentId) ?? new Map()).set(ruleId, reason))
  return new Map(students.map(({ id, enrollmentDate }) => [id, { child: places.get(id) ?? 1, staffChild: staffChildren.has(id), enrolledOn: enrollmentDate && fromDate(enrollmentDate), granted: granted.get(id) ?? new Map<string, string | null>() }]))
}
