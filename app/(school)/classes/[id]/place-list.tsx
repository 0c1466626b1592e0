import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { Face } from '@/components/ui/face'
import { Status } from '@/components/ui/status'
import type { ClassStudent } from '@/lib/domain/academics/enrollment.server'
import { toDate } from '@/lib/platform/time'
import { AdmitButton } from '../admit-button'
import { EndDialog } from '../end-dialog'
import { MoveDialog } from '../move-dialog'
import { ResumeButton } from '../resume-button'

type PlaceListProps = {
  title: string
  rows: readonly ClassStudent[]
  className: string
  campusId: string
  today: string
  mayMove: boolean
  mayEnd: boolean
  /** A waiting list: whether there is a place to give, and that the order says whose turn it is. */
  admits?: boolean
  ordered?: boolean
  photos: ReadonlyMap<string, string>
}

/** Students of a class, with the deeds on their places. */
export function PlaceList({ title, rows, className, campusId, today, mayMove, mayEnd, admits = false, ordered = false, photos }: PlaceListProps) {
  const [t, words] = [useTranslations('classes.enrollments'), useTranslations('students.classes')]
  const format = useFormatter()
  const day = (date: string) => format.dateTime(toDate(date), { dateStyle: 'medium', timeZone: 'UTC' })
  return (
    <Card title={title} flush>
      <ul>
        {rows.map(({ id, studentId, name, number, from, until, status }, i) => (
          <li key={id} className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-1.5">
            {ordered && <span className="w-6 text-soft tabular-nums">{i + 1}</span>}
            <Face name={name} photo={photos.get(studentId)} size={32} />
            <span className="min-w-0 flex-1 basis-40"><Link href={`/students/${studentId}`} className="font-medium hover:underline">{name}</Link>{' '}<span className="text-soft tabular-nums">{number}</span></span>
            <span className="text-sm text-soft tabular-nums">{until ? words('fromUntil', { from: day(from), until: day(until) }) : words('since', { from: day(from) })}</span>
            {until && <Status tone="quiet">{until < today ? t(`statuses.${status}`) : t('leaving')}</Status>}
            {!until && from > today && status === 'active' && <Status tone="quiet">{t('toCome')}</Status>}
            {until && status === 'withdrawn' && mayEnd && <ResumeButton enrollmentId={id} name={name} />}
            {!until && (mayMove || mayEnd || admits) && (
              <span className="flex gap-2">
                {admits && <AdmitButton enrollmentId={id} name={name} today={today} />}
                {mayMove && <MoveDialog enrollmentId={id} name={name} className={className} campusId={campusId} today={today} />}
                {mayEnd && <EndDialog enrollmentId={id} name={name} className={className} today={today} waits={ordered} />}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
