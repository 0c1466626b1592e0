'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DataTable } from '@/components/table/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { ListView, Paged } from '@/lib/platform/list-view'
import type { PlainRow } from '@/lib/platform/record.server'
import { catalogColumns } from './catalog-columns'
import { entries } from './entries'

type CatalogTableProps = { entry: string; view: ListView; page: Paged<PlainRow>; mayEdit: boolean; deed: ReactNode }

export function CatalogTable({ entry, view, page, mayEdit, deed }: CatalogTableProps) {
  const t = useTranslations()
  const locale = useLocale()
  const facts = entries.get(entry)?.facts
  if (!facts) return null
  const labels = Object.fromEntries(Object.entries(facts.fields).map(([field, { label }]) => [field, t(label)]))
  const say = (key: string) => t(`setup.entries.${facts.name}.${key}`)
  return (
    <DataTable
      caption={say('title')}
      view={view}
      page={page}
      columns={catalogColumns(facts, labels, locale)}
      rowHref={mayEdit ? ({ id }) => `${facts.path}/${id}` : undefined}
      search={say('search')}
      exportHref={`/api/exports/setup/${entry}`}
      empty={<EmptyState title={say('empty')} deed={deed}>{say('emptyHint')}</EmptyState>}
    />
  )
}
