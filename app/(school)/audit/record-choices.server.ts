import 'server-only'
import { getTranslations } from 'next-intl/server'
import { searchClasses } from '@/lib/domain/academics/search.server'
import { findUserChoices } from '@/lib/domain/access/user-choice.server'
import { searchBilling } from '@/lib/domain/billing/search.server'
import { findGuardianChoices } from '@/lib/domain/people/people-choice.server'
import { searchPeople } from '@/lib/domain/people/search.server'
import type { Ctx } from '@/lib/platform/context'
import { recordName } from '@/lib/domain/record-names.server'
import { entityWord } from './audit-columns'

/** The record that the list is narrowed to, by its name; a kind without names by what it is. */
export async function chosenRecord(ctx: Ctx, id: string | undefined, entity: string | undefined): Promise<{ value: string; label: string } | null> {
  if (!id) return null
  const t = await getTranslations('audit')
  return { value: id, label: (await recordName(ctx, id, entity)) || (entity ? entityWord(t, entity) : t('record')) }
}

export type RecordChoice = { value: string; label: string; hint: string }

/** Records by name or number, of every kind that people look up by one; each says what it is. */
export async function recordChoices(ctx: Ctx, text: string): Promise<RecordChoice[]> {
  const [t, { students, staff }, { classes }, { invoices, payments }, guardians, users] = await Promise.all([
    getTranslations('audit.entities'), searchPeople(ctx, text), searchClasses(ctx, text), searchBilling(ctx, text), ctx.can('READ_GUARDIANS') ? findGuardianChoices(ctx, text) : [], ctx.can('READ_USERS') ? findUserChoices(ctx, text) : [],
  ])
  const of = (entity: string, found: readonly { id: string; label: string; hint?: string }[]) => found.map(({ id, label, hint }) => ({ value: id, label, hint: [t(entity), hint].filter(Boolean).join(' · ') }))
  return [
    ...of('students', students.map(({ recordId, ...one }) => ({ ...one, id: recordId }))),
    ...of('staff', staff.map(({ recordId, ...one }) => ({ ...one, id: recordId }))),
    ...of('guardians', guardians.slice(0, 4).map(({ value, ...one }) => ({ ...one, id: value }))),
    ...of('users', users), ...of('classes', classes), ...of('invoices', invoices), ...of('payments', payments),
  ]
}
