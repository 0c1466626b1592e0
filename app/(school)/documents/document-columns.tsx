import { columnsOf, type Words } from '@/components/table/columns'
import { Day } from '@/components/ui/day'
import { Status } from '@/components/ui/status'
import type { DocumentRow } from '@/lib/domain/people/document.server'

export function documentColumns(t: Words) {
  const c = columnsOf<DocumentRow>()
  return c.columns([
    c.accessor('name', { header: t('fields.name'), meta: { sort: 'name' } }),
    c.accessor(({ category }) => t(`categories.${category}`), { id: 'category', header: t('fields.category') }),
    c.accessor(({ owner, entityType }) => owner ?? t(`owners.${entityType}`), { id: 'owner', header: t('fields.owner') }),
    c.accessor('expiresOn', { id: 'expiry', header: t('fields.expiresOn'), cell: ({ getValue }) => { const on = getValue(); return on && <Day on={on} /> }, meta: { sort: 'expiry', card: 'nowhere' } }),
    c.accessor(({ expiry }) => (expiry ? t(`expiries.${expiry}`) : ''), {
      id: 'state', header: t('expiry'),
      cell: ({ row: { original }, getValue }) => original.expiry && <Status tone={original.expiry === 'expired' ? 'bad' : 'warn'}>{getValue()}</Status>,
      meta: { card: 'beside' },
    }),
  ])
}
