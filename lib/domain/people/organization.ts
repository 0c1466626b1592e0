import { z } from 'zod'
import { locales } from '@/lib/platform/i18n/locales'

const isKnown = (values: readonly string[]) => (value: string) => values.includes(value)

/** What the form holds. */
export const organizationForm = z.object({
  name: z.string().trim().min(2).max(120),
  locale: z.enum(locales),
  timeZone: z.string().refine(isKnown(['UTC', ...Intl.supportedValuesOf('timeZone')])),
  currency: z.string().refine(isKnown(Intl.supportedValuesOf('currency'))),
  studentNumberRule: z.string().trim().regex(/^[\p{L}\p{N}./_-]{0,10}#{1,10}[\p{L}\p{N}./_-]{0,10}$/u, 'setup.organization.problems.rule'),
})

/** What is to be, and what stood when the form was opened: numbers given meanwhile are no conflict. */
export const organizationInput = organizationForm.extend({ was: organizationForm })
export type OrganizationSettings = z.output<typeof organizationForm>

export const organizationFields = {
  name: { kind: 'text', label: 'setup.organization.name' },
  locale: { kind: 'choice', label: 'setup.organization.language', words: 'account.languages' },
  timeZone: { kind: 'text', label: 'setup.organization.timeZone' },
  currency: { kind: 'text', label: 'setup.organization.currency' },
  studentNumberRule: { kind: 'text', label: 'setup.organization.rule' },
} as const
