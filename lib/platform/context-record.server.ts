import 'server-only'
import type { CampusBadge, Ctx } from './context'
import { gateCall } from './db/gate.server'
import { env } from './env'
import { forTenant, type ReachBounds } from './db/tenant.server'
import type { Permission, Reach } from './permissions'

type Person = { id: string; firstName: string | null; lastName: string | null; email: string; locale: string | null; staffId: string | null }

/** What `context_of` answers: a person within an organization (null for the platform's own people who chose none). */
export type ContextRecord = {
  user: Person
  role: { id: string; key: string | null; name: string; reach: Reach; everywhere: boolean }
  /** What their role demands beyond a password, and whether they have it. */
  secondFactor: { isRequired: boolean; isOn: boolean }
  /** Who of the platform may look in, until when and why; for the platform's own people their own grant. */
  visit: { id: string; by: string; reason: string; until: string } | null
  organization: { id: string; name: string; currency: string; timeZone: string } | null
  permissions: Permission[]
  campuses: CampusBadge[]
  classIds: string[]
}

export async function recordOfSession(familyId: string): Promise<ContextRecord | null> {
  const [row] = await gateCall<{ answer: ContextRecord | null }>('session_of', familyId)
  return row?.answer ?? null
}

export async function recordOfPerson(userId: string, organizationId: string): Promise<ContextRecord | null> {
  const [row] = await gateCall<{ answer: ContextRecord | null }>('context_of', userId, organizationId)
  return row?.answer ?? null
}

/** Whoever lacks the second factor that their role demands holds nothing until they have it. */
export const lacksFactor = ({ secondFactor: { isRequired, isOn } }: Pick<ContextRecord, 'secondFactor'>) => isRequired && !isOn && env.SECOND_FACTOR === 'required'

function boundsOf({ role, campuses, classIds }: ContextRecord): ReachBounds {
  const campusIds = campuses.map((campus) => campus.id)
  if (role.reach === 'organization') return { kind: 'organization' }
  return role.reach === 'campus' ? { kind: 'campus', campusIds } : { kind: 'class', campusIds, classIds }
}

/** Builds the context of a person in an organization. `campusId` is what the switcher remembers. */
export function contextFrom(record: ContextRecord & { organization: object }, choice: { campusId?: string; locale: string }): Ctx {
  const { user, role, organization, campuses } = record
  const held = new Set(lacksFactor(record) ? [] : record.permissions)
  const name = [user.firstName, user.lastName].filter(Boolean).join(' ') || user.email
  const only = campuses.length === 1 ? campuses[0] : undefined
  const campus = campuses.find(({ id }) => id === choice.campusId) ?? only ?? null
  return {
    user: { id: user.id, name, email: user.email, staffId: user.staffId },
    organization: organization as Ctx['organization'],
    role: { id: role.id, key: role.key, name: role.name, reach: role.reach },
    campuses,
    campus,
    timeZone: (campus ?? campuses[0])?.timeZone ?? (organization as Ctx['organization']).timeZone,
    locale: choice.locale,
    can: (permission) => held.has(permission),
    db: forTenant({ organizationId: organization!.id, actorId: user.id, reach: boundsOf(record) }),
  }
}

/** The context of work that a person left to a job. Null when they may no longer be there. */
export async function contextOfPerson(userId: string, organizationId: string, locale: string): Promise<Ctx | null> {
  const record = await recordOfPerson(userId, organizationId)
  return record?.organization ? contextFrom({ ...record, organization: record.organization }, { locale }) : null
}
