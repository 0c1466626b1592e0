import { z } from 'zod'

/** For how long a visit may be asked, in hours. */
export const visitHours = [1, 4, 24, 72] as const

export const visitRequestInput = z.object({
  organizationId: z.uuid(),
  reason: z.string().trim().min(10, 'organizations.problems.reason').max(500),
  hours: z.coerce.number<string | number>().refine((hours) => visitHours.some((one) => one === hours)),
})
export type VisitRequestInput = z.input<typeof visitRequestInput>

export const newOrganizationInput = z.object({
  name: z.string().trim().min(2).max(120),
  timeZone: z.string().refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC'),
  currency: z.string().refine((code) => Intl.supportedValuesOf('currency').includes(code)),
  locale: z.enum(['en', 'es']),
  email: z.email('form.problems.email').max(254),
})
export type NewOrganizationInput = z.input<typeof newOrganizationInput>

/** Who is invited anew into an organization that nobody has come into. */
export const founderInput = newOrganizationInput.pick({ email: true }).extend({ organizationId: z.uuid() })

export const suspensionInput = z.object({ organizationId: z.uuid(), reason: z.string().trim().min(3).max(500) })

/** How far a visit of the platform's support is. */
export type VisitState = 'asked' | 'open' | 'ended' | 'expired' | 'declined'
type Stored = { approvedAt: Date | null; expiresAt: Date | null; endedAt: Date | null }

export function visitStateOf({ approvedAt, expiresAt, endedAt }: Stored, now: Date): VisitState {
  if (!approvedAt) return endedAt ? 'declined' : 'asked'
  if (endedAt) return 'ended'
  return expiresAt && expiresAt > now ? 'open' : 'expired'
}

const reason = { kind: 'long', label: 'organizations.reason' } as const
/** What the history says of visits, and of what the platform does to an organization. */
export const visitRecord = { name: 'visit', entity: 'support_grants', fields: { by: { kind: 'text', label: 'support.by' }, reason, hours: { kind: 'number', label: 'organizations.ask.hours' } } } as const
export const organizationRecord = { name: 'organization', entity: 'organizations', fields: { reason, email: { kind: 'text', label: 'organizations.new.email' } } } as const
