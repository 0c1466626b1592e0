import { columnsOf } from '@/components/table/columns'
import { Status } from '@/components/ui/status'
import { staffStatusTone } from '@/lib/domain/people/staff'
import type { StaffRow } from '@/lib/domain/people/staff.server'

type Words = (key: `columns.${'name' | 'number' | 'type' | 'title' | 'campus' | 'email' | 'status'}` | `statuses.${StaffRow['status']}` | `types.${StaffRow['staffType']}`) => string

export const staffColumns = (t: Words, ofOneCampus: boolean) => {
  const c = columnsOf<StaffRow>()
  return c.columns([
    c.accessor('lastName', { id: 'name', header: t('columns.name'), cell: ({ row: { original } }) => `${original.lastName}, ${original.firstName}`, meta: { sort: 'name' } }),
    c.accessor('jobTitle', { id: 'title', header: t('columns.title') }),
    c.accessor('staffType', { id: 'type', header: t('columns.type'), cell: ({ row: { original } }) => t(`types.${original.staffType}`), meta: { card: 'nowhere' } }),
    c.accessor('campusName', { id: 'campus', header: t('columns.campus'), meta: ofOneCampus ? { optional: true } : {} }),
    c.accessor('email', { header: t('columns.email'), meta: { card: 'nowhere' } }),
    c.accessor('employeeNumber', { id: 'number', header: t('columns.number'), meta: { sort: 'number', optional: true } }),
    c.accessor('status', { header: t('columns.status'), cell: ({ row: { original } }) => <Status tone={staffStatusTone[original.status]}>{t(`statuses.${original.status}`)}</Status>, meta: { card: 'beside' } }),
  ])
}
