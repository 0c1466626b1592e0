'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { LinkButton } from '@/components/ui/link-button'
import { toast } from '@/components/ui/toast'
import { editOf, type Field } from '@/lib/platform/catalog'
import { CatalogField } from './catalog-field'
import { entries } from './entries'

type Row = { id: string; seen: string; values: Record<string, string | number | boolean | null> }

const blankOf = ({ kind }: Field) => (kind === 'flag' ? false : '')

/** The form of any entry: for a new record, or for the one that is there. */
export function CatalogForm({ entry, row }: { entry: string; row?: Row }) {
  const t = useTranslations()
  const router = useRouter()
  const found = entries.get(entry)
  if (!found) return null
  const { facts, create, update } = found
  const fields = Object.entries(facts.fields)
  const values = Object.fromEntries(fields.map(([name, field]) => [name, row?.values[name] ?? blankOf(field)]))

  const leave = () => {
    toast({ title: t(`setup.entries.${facts.name}.saved`) })
    router.push(facts.path)
  }

  return (
    <ActionForm
      schema={row ? editOf(facts) : facts.input}
      action={row ? update : create}
      defaults={row ? { ...values, id: row.id, seen: row.seen } : values}
      onSaved={leave}
      submit={t(row ? 'setup.save' : `setup.entries.${facts.name}.add`)}
      aside={<LinkButton href={facts.path} variant="quiet">{t('setup.cancel')}</LinkButton>}
    >
      {fields.map(([name, field]) => <CatalogField key={name} name={name} field={field} label={t(field.label)} />)}
    </ActionForm>
  )
}
