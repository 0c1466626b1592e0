import Link from 'next/link'
import { columnsOf, type Words } from '@/components/table/columns'
import { Status } from '@/components/ui/status'
import { classStatusTone } from '@/lib/domain/academics/class'
import type { ClassRow } from '@/lib/domain/academics/class.server'

export function classColumns(t: Words, ofOneCampus: boolean, canReadRegisters: boolean) {
  const c = columnsOf<ClassRow>()
  return c.columns([
    c.accessor('name', { header: t('columns.name'), meta: { sort: 'name' } }),
    c.accessor('gradeName', { id: 'grade', header: t('columns.grade'), meta: { sort: 'grade' } }),
    c.accessor('campusName', { id: 'campus', header: t('columns.campus'), meta: ofOneCampus ? { optional: true } : {} }),
    c.accessor('teacher', { header: t('columns.teacher') }),
    c.accessor('students', { header: t('columns.students'), cell: ({ row: { original } }) => (original.capacity ? `${original.students} / ${original.capacity}` : original.students), meta: { align: 'end' } }),
    c.accessor('room', { header: t('columns.room'), meta: { card: 'nowhere' } }),
    c.accessor('yearName', { id: 'year', header: t('columns.year'), meta: { optional: true } }),
    c.accessor(({ status }) => t(`statuses.${status}`), {
      id: 'status', header: t('columns.status'),
      cell: ({ row: { original }, getValue }) => original.status !== 'active' && <Status tone={classStatusTone[original.status]}>{getValue()}</Status>,
      meta: { card: 'beside' },
    }),
    ...(canReadRegisters ? [c.display({ id: 'register', header: t('columns.register'), cell: ({ row: { original } }) => <Link prefetch={false} href={`/attendance/${original.id}`} className="font-medium text-campus-text">{t('columns.register')}</Link> })] : []),
  ])
}
