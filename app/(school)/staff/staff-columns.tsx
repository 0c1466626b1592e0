import { columnsOf, type Words } from '@/components/table/columns'
import { Named } from '@/components/table/named'
import { Status } from '@/components/ui/status'
import { listedName } from '@/lib/domain/people/name'
import { staffStatusTone } from '@/lib/domain/people/staff'
import type { StaffRow } from '@/lib/domain/people/staff.server'

export function staffColumns(t: Words, ofOneCampus: boolean) {
  const c = columnsOf<StaffRow>()
  return c.columns([
    c.accessor(({ lastName, firstName }) => listedName({ firstName, lastName }), { id: 'name', header: t('columns.name'), cell: ({ getValue, row: { original } }) => <Named name={getValue()} photo={original.photo} />, meta: { sort: 'name' } }),
    c.accessor('jobTitle', { id: 'title', header: t('columns.title') }),
    c.accessor(({ staffType }) => t(`types.${staffType}`), { id: 'type', header: t('columns.type'), meta: { card: 'nowhere' } }),
    c.accessor('campusName', { id: 'campus', header: t('columns.campus'), meta: ofOneCampus ? { optional: true } : {} }),
    c.accessor('email', { header: t('columns.email'), meta: { card: 'nowhere' } }),
    c.accessor('employeeNumber', { id: 'number', header: t('columns.number'), meta: { sort: 'number', optional: true } }),
    c.accessor(({ status }) => t(`statuses.${status}`), {
      id: 'status', header: t('columns.status'),
      cell: ({ row: { original }, getValue }) => original.status !== 'active' && <Status tone={staffStatusTone[original.status]}>{getValue()}</Status>,
      meta: { card: 'beside' },
    }),
  ])
}
