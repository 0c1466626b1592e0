import { columnsOf, type Words } from '@/components/table/columns'
import { Named } from '@/components/table/named'
import { Status } from '@/components/ui/status'
import { listedName } from '@/lib/domain/people/name'
import { studentStatusTone } from '@/lib/domain/people/student'
import type { StudentRow } from '@/lib/domain/people/student.server'

export function studentColumns(t: Words, ofOneCampus: boolean) {
  const c = columnsOf<StudentRow>()
  return c.columns([
    c.accessor(({ lastName, firstName }) => listedName({ firstName, lastName }), { id: 'name', header: t('columns.name'), cell: ({ getValue, row: { original } }) => <Named name={getValue()} photo={original.photo} />, meta: { sort: 'name' } }),
    c.accessor('studentNumber', { id: 'number', header: t('columns.number'), meta: { sort: 'number' } }),
    c.accessor('className', { id: 'class', header: t('columns.class') }),
    c.accessor('campusName', { id: 'campus', header: t('columns.campus'), meta: ofOneCampus ? { optional: true } : {} }),
    c.accessor('guardian', { header: t('columns.guardian'), meta: { card: 'nowhere', optional: true } }),
    c.accessor(({ status }) => t(`statuses.${status}`), {
      id: 'status', header: t('columns.status'),
      cell: ({ row: { original }, getValue }) => original.status !== 'active' && <Status tone={studentStatusTone[original.status]}>{getValue()}</Status>,
      meta: { card: 'beside' },
    }),
  ])
}
