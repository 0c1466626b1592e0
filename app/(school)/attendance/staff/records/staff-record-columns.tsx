import { columnsOf, type Words } from '@/components/table/columns'
import { Named } from '@/components/table/named'
import { Day } from '@/components/ui/day'
import { Status } from '@/components/ui/status'
import type { StaffRecordRow } from '@/lib/domain/attendance/staff-day.server'
import { staffLook } from '../status-look'

export function staffRecordColumns(t: Words, ofOneCampus: boolean) {
  const c = columnsOf<StaffRecordRow>()
  return c.columns([
    c.accessor('userName', { id: 'name', header: t('person'), cell: ({ getValue }) => <Named name={getValue()} />, meta: { sort: 'name' } }),
    c.accessor('date', { header: t('date'), cell: ({ getValue }) => <Day on={getValue()} />, meta: { sort: 'date' } }),
    c.accessor(({ status }) => t(`statuses.${status}`), { id: 'status', header: t('status'), cell: ({ row: { original }, getValue }) => <Status {...staffLook[original.status]}>{getValue()}</Status>, meta: { card: 'beside' } }),
    c.accessor(({ leaveType }) => (leaveType ? t(`leave.${leaveType}`) : null), { id: 'leave', header: t('leaveType') }),
    c.accessor('arrivedAt', { header: t('arrivedAt') }),
    c.accessor('note', { header: t('note'), meta: { card: 'nowhere' } }),
    ...(ofOneCampus ? [] : [c.accessor('campusName', { id: 'campus', header: t('campus') })]),
    c.accessor(({ source }) => t(`sources.${source}`), { id: 'source', header: t('source'), meta: { optional: true } }),
  ])
}
