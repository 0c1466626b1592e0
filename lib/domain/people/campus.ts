import { z } from 'zod'
import { optionalText, orNothing } from '@/lib/platform/catalog'
import { defineList } from '@/lib/platform/list'

const isZone = (zone: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
/** Any CSS colour; what cannot be read gives the neutral theme. */
const color = optionalText(60)

export const campusInput = z.object({
  name: z.string().trim().min(1).max(100),
  code: z.string().trim().min(1).max(20),
  timeZone: z.string().trim().max(60).refine(isZone, 'campuses.problems.timeZone'),
  isOnline: z.boolean(),
  active: z.boolean(),
  address: optionalText(500),
  phone: optionalText(50),
  email: orNothing(z.email('form.problems.emailOrNothing').max(254)),
  description: optionalText(500),
  mascot: optionalText(60),
  color,
  textColor: color,
  borderColor: color,
  bgLight: color,
  bgGradient: optionalText(200),
})
export type CampusInput = z.input<typeof campusInput>

/** What a campus's record is called and made of, in the order of its form. */
export const campus = {
  name: 'campus',
  entity: 'campuses',
  fields: {
    name: { kind: 'text', label: 'campuses.fields.name' },
    code: { kind: 'text', label: 'campuses.fields.code' },
    timeZone: { kind: 'text', label: 'campuses.fields.timeZone' },
    isOnline: { kind: 'flag', label: 'campuses.fields.isOnline' },
    active: { kind: 'flag', label: 'campuses.fields.active' },
    address: { kind: 'long', label: 'campuses.fields.address', optional: true },
    phone: { kind: 'text', label: 'campuses.fields.phone', optional: true },
    email: { kind: 'text', label: 'campuses.fields.email', optional: true },
    description: { kind: 'long', label: 'campuses.fields.description', optional: true },
    mascot: { kind: 'text', label: 'campuses.fields.mascot', optional: true },
    color: { kind: 'text', label: 'campuses.fields.color', optional: true },
    textColor: { kind: 'text', label: 'campuses.fields.textColor', optional: true },
    borderColor: { kind: 'text', label: 'campuses.fields.borderColor', optional: true },
    bgLight: { kind: 'text', label: 'campuses.fields.bgLight', optional: true },
    bgGradient: { kind: 'text', label: 'campuses.fields.bgGradient', optional: true },
  },
} as const

export const campusList = defineList({ filters: { state: z.enum(['active', 'inactive']) }, sorts: { name: ['name'], code: ['code'] }, defaultSort: 'name' })
