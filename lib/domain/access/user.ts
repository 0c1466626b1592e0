import { z } from 'zod'
import { optionalText, orNothing } from '@/lib/platform/catalog'
import { defineList } from '@/lib/platform/list'
import { isPermission, type Permission } from '@/lib/platform/permissions'

export const userStatuses = ['active', 'invited', 'disabled'] as const
export type UserStatus = (typeof userStatuses)[number]

export const statusOfUser = ({ disabled, emailVerified, invitedAt }: { disabled: boolean; emailVerified: boolean; invitedAt: Date | null }): UserStatus =>
  disabled ? 'disabled' : invitedAt && !emailVerified ? 'invited' : 'active'

export const userList = defineList({
  filters: { role: z.uuid(), campus: z.uuid(), status: z.enum(userStatuses), seen: z.enum(['week', 'longer', 'never']), factor: z.enum(['on', 'off']) },
  sorts: { name: [{ field: 'lastName', nullable: true }, { field: 'firstName', nullable: true }], email: ['email'], seen: [{ field: 'lastSeenAt', kind: 'date', nullable: true }] },
  defaultSort: 'name',
})

const permission = z.string().refine(isPermission).transform((name) => name as Permission)

/** What an administrator says of an account; its address and name are its person's own. */
export const userInput = z.object({
  roleId: z.uuid('users.problems.role'),
  campusIds: z.array(z.uuid()).max(200),
  permissions: z.array(permission).max(300),
  staffId: orNothing(z.uuid()),
})
export type UserInput = z.input<typeof userInput>

export const mostInvited = 100
export const inviteInput = z.object({
  people: z.array(z.object({ email: z.email('form.problems.email').max(254), firstName: optionalText(100), lastName: optionalText(100) })).min(1, 'users.problems.nobody').max(mostInvited, 'users.problems.tooMany'),
  roleId: z.uuid('users.problems.role'),
  campusIds: z.array(z.uuid()).max(200),
})
export type InviteInput = z.input<typeof inviteInput>

/** `later`: there is no room for more in one go. */
export type Recipient = { email: string; firstName: string | null; lastName: string | null; problem: 'address' | 'twice' | 'known' | 'later' | null }

const mostLines = 1_000
/** A list as it is pasted. None of its lines is left out silently. */
export const pastedInput = z.object({
  text: z.string().trim().min(3, 'users.problems.nobody').max(50_000, 'users.problems.tooLong').refine((text) => linesOf(text).length <= mostLines, 'users.problems.tooLong'),
})

/** Looked for from the beginning of a word alone: a line of one endless word is read once. */
const address = /(?<![^\s<>,;"'])[^\s<>,;"'@]+@[^\s<>,;"'@]+/
const email = z.email().max(254)
/** Marks of direction and of no width: nobody sees them, lists from office programs have them. */
const unseen = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g
const nameOf = (text: string | undefined) => text?.slice(0, 100).trim() || null

/** One line of a pasted list: an address, and beside it a name in whichever order lists have it. */
function recipientOf(line: string): Recipient {
  const found = (address.exec(line)?.[0] ?? line).trim()
  const rest = line.replace(found, ' ').replace(/[<>"']/g, ' ').split(/[,;\t]/).map((part) => part.trim()).filter(Boolean)
  const words = rest.length === 1 ? rest[0]!.split(/\s+/) : rest
  const [first, ...others] = words
  return { email: found, firstName: nameOf(first), lastName: nameOf(others.join(' ')), problem: email.safeParse(found).success ? null : 'address' }
}

/** Commas part addresses without names as well. */
function linesOf(text: string): string[] {
  const lines = text.replace(unseen, '').split(/\r?\n/)
  return lines.flatMap((line) => ((line.match(/@/g)?.length ?? 0) > 1 ? line.split(/[,;\s]+/) : [line])).map((line) => line.trim()).filter(Boolean)
}

/** The people of a pasted list, a line each; an address that stands twice is one person. */
export function recipientsOf(text: string): Recipient[] {
  const seen = new Set<string>()
  return linesOf(text).map(recipientOf).map((one) => {
    const key = one.email.toLowerCase()
    if (one.problem === null && seen.has(key)) return { ...one, problem: 'twice' as const }
    seen.add(key)
    return one
  })
}

/** What an account's record is called and made of, for its history. */
export const userRecord = {
  name: 'user',
  entity: 'users',
  fields: {
    email: { kind: 'text', label: 'users.fields.email' },
    role: { kind: 'text', label: 'users.fields.role' },
    campuses: { kind: 'text', label: 'users.fields.campuses' },
    permissions: { kind: 'text', label: 'users.fields.permissions' },
    staff: { kind: 'text', label: 'users.fields.staff' },
    reason: { kind: 'long', label: 'users.fields.reason' },
    address: { kind: 'text', label: 'users.fields.address' },
    device: { kind: 'text', label: 'users.fields.device' },
  },
} as const
