import { columnsOf, type Words } from '@/components/table/columns'
import type { TaughtSubject } from '@/lib/domain/academics/class-subject.server'

export function taughtColumns(t: Words) {
  const c = columnsOf<TaughtSubject & { className: string }>()
  return c.columns([
    c.accessor('className', { header: t('one') }),
    c.accessor('subjectName', { header: t('subjects.subject') }),
    c.accessor(({ teacher }) => teacher?.name ?? null, { id: 'teacher', header: t('subjects.teacher') }),
    c.accessor('lessonsPerWeek', { header: t('subjects.lessons') }),
    c.accessor('scheduled', { header: t('subjects.inTimetable') }),
    c.accessor(({ status }) => t(`subjects.statuses.${status}`), { id: 'status', header: t('status') }),
  ])
}
