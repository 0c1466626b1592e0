import { columnsOf, type Words } from '@/components/table/columns'
import { Named } from '@/components/table/named'
import { Status } from '@/components/ui/status'
import type { GuardianRow } from '@/lib/domain/people/guardian.server'

export function guardianColumns(t: Words, ofOneCampus: boolean) {
  const c = columnsOf<GuardianRow>()
  return c.columns([
    c.accessor('fullName', { id: 'name', header: t('fields.fullName'), cell: ({ getValue, row: { original } }) => <Named name={getValue()} photo={original.photo} />, meta: { sort: 'name' } }),
    c.accessor(({ relationship }) => t(`relationships.${relationship}`), { id: 'relationship', header: t('fields.relationship') }),
    c.accessor('student', { header: t('fields.student') }),
    c.accessor('campusName', { id: 'campus', header: t('campus'), meta: ofOneCampus ? { optional: true, card: 'nowhere' } : { card: 'nowhere' } }),
    c.accessor('phone', { header: t('fields.phone'), meta: { card: 'nowhere' } }),
    c.accessor('email', { header: t('fields.email'), meta: { card: 'nowhere', optional: true } }),
    c.accessor(({ phone, email }) => t(phone || email ? 'contact.reachable' : 'contact.unreachable'), {
      id: 'contact', header: t('contact.label'),
      cell: ({ row: { original }, getValue }) => !original.phone && !original.email && <Status tone="warn" icon="alert">{getValue()}</Status>,
      meta: { card: 'beside' },
    }),
  ])
}
