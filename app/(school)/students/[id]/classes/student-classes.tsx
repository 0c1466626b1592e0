import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Status } from '@/components/ui/status'
import type { StudentClass } from '@/lib/domain/academics/enrollment.server'
import { toDate } from '@/lib/platform/time'
import { EndDialog } from '../../../classes/end-dialog'
import { MoveDialog } from '../../../classes/move-dialog'

type StudentClassesProps = { rows: readonly StudentClass[]; campusId: string; name: string; today: string; mayMove: boolean; mayEnd: boolean }

/** The classes of a student, this year's first, with the deeds on those that go on. */
export function StudentClasses({ rows, campusId, name, today, mayMove, mayEnd }: StudentClassesProps) {
  const [t, words] = [useTranslations('students.classes'), useTranslations('classes.enrollments')]
  const format = useFormatter()
  const day = (date: string) => format.dateTime(toDate(date), { dateStyle: 'medium', timeZone: 'UTC' })
  return (
    <ul className="flex flex-col rounded-lg border border-line bg-raised">
      {rows.map(({ id, classId, className, yearName, gradeName, campusName, teacher, from, until, status }) => (
        <li key={id} className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 first:border-t-0">
          <div className="min-w-0 flex-1 basis-56">
            <p className="flex flex-wrap items-center gap-2"><Link href={`/classes/${classId}`} className="font-medium hover:underline">{className}</Link>{status !== 'active' && <Status tone={status === 'waitlisted' ? 'warn' : 'quiet'}>{until && until >= today && status !== 'cancelled' ? words('leaving') : words(`statuses.${status}`)}</Status>}</p>
            <p className="text-sm text-soft">{[yearName, gradeName, campusName, teacher].filter(Boolean).join(' · ')}</p>
          </div>
          <p className="text-sm tabular-nums">{until ? t('fromUntil', { from: day(from), until: day(until) }) : t('since', { from: day(from) })}</p>
          {!until && (mayMove || mayEnd) && (
            <div className="flex gap-2">
              {mayMove && status === 'active' && <MoveDialog enrollmentId={id} name={name} className={className} campusId={campusId} today={today} />}
              {mayEnd && <EndDialog enrollmentId={id} name={name} className={className} today={today} waits={status === 'waitlisted' || status === 'pending'} />}
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
