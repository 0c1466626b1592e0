import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Status } from '@/components/ui/status'
import type { TaughtSubject } from '@/lib/domain/academics/class-subject.server'
import { SubjectDialog } from './subject-dialog'

type SubjectListProps = { rows: readonly TaughtSubject[]; classId: string; mayChange: boolean; mayReadStaff: boolean }

/** What a class is taught; a subject without a teacher, or with one who left, says so. */
export function SubjectList({ rows, classId, mayChange, mayReadStaff }: SubjectListProps) {
  const t = useTranslations('classes.subjects')
  return (
    <ul className="flex flex-col rounded-lg border border-line bg-raised">
      {rows.map((row) => {
        const { id, subjectName, teacher, lessonsPerWeek, scheduled, status } = row
        return (
          <li key={id} className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2 first:border-t-0">
            <span className="min-w-0 flex-1 basis-40 font-medium">{subjectName}</span>
            <span className="min-w-0 flex-1 basis-40">{teacher ? mayReadStaff ? <Link href={`/staff/${teacher.id}`} className="hover:underline">{teacher.name}</Link> : teacher.name : null}</span>
            {(!teacher || teacher.hasLeft) && status === 'active' && <Status tone="warn" icon="alert">{t(teacher ? 'teacherLeft' : 'noTeacher')}</Status>}
            {status !== 'active' && <Status tone="quiet">{t(`statuses.${status}`)}</Status>}
            <span className="text-sm text-soft tabular-nums">{lessonsPerWeek ? t('ofWeek', { scheduled, count: lessonsPerWeek }) : t('scheduled', { count: scheduled })}</span>
            {mayChange && <SubjectDialog classId={classId} row={row} />}
          </li>
        )
      })}
    </ul>
  )
}
