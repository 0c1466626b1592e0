import { columnsOf } from '@/components/table/columns'
import { Status } from '@/components/ui/status'
import { studentStatusTone } from '@/lib/domain/people/student'
import type { StudentRow } from '@/lib/domain/people/student.server'

type Words = (key: `columns.${'name' | 'number' | 'class' | 'campus' | 'guardian' | 'status'}` | `statuses.${StudentRow['status']}`) => string

export const studentColumns = (t: Words, ofOneCampus: boolean) => {
  const c = columnsOf<StudentRow>()
  return c.columns([
    c.accessor('lastName', { id: 'name', header: t('columns.name'), cell: ({ row: { original } }) => `${original.lastName}, ${original.firstName}`, meta: { sort: 'name' } }),
    c.accessor('studentNumber', { id: 'number', header: t('columns.number'), meta: { sort: 'number' } }),
    c.accessor('className', { id: 'class', header: t('columns.class') }),
    c.accessor('campusName', { id: 'campus', header: t('columns.campus'), meta: ofOneCampus ? { optional: true } : {} }),
    c.accessor('guardian', { header: t('columns.guardian'), meta: { card: 'nowhere', optional: true } }),
    c.accessor('status', { header: t('columns.status'), cell: ({ row: { original } }) => <Status tone={studentStatusTone[original.status]}>{t(`statuses.${original.status}`)}</Status>, meta: { card: 'beside' } }),
  ])
}
