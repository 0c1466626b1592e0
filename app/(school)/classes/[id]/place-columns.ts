import { columnsOf, type Words } from '@/components/table/columns'
import type { ClassStudent } from '@/lib/domain/academics/enrollment.server'

export function placeColumns(t: Words) {
  const c = columnsOf<ClassStudent & { className: string }>()
  return c.columns([
    c.accessor('className', { header: t('one') }),
    c.accessor('number', { header: t('enrollments.number') }),
    c.accessor('name', { header: t('enrollments.student') }),
    c.accessor(({ status }) => t(`enrollments.statuses.${status}`), { id: 'status', header: t('status') }),
    c.accessor('from', { header: t('enrollments.from') }),
    c.accessor('until', { header: t('enrollments.until') }),
  ])
}
