import { useTranslations } from 'next-intl'
import type { Marking } from '@/lib/domain/attendance/register'

/** What a mark says, in one line: status, minutes, remark. */
export function MarkText({ marking: { status, minutesLate, remark } }: { marking: Marking }) {
  const t = useTranslations('attendance')
  const said = status === 'late' && minutesLate ? t('lateBy', { minutes: minutesLate }) : minutesLate ? t('withMinutes', { status: t(`statuses.${status}`), minutes: minutesLate }) : t(`statuses.${status}`)
  return (
    <>
      {said}
      {remark && <bdi className="block text-sm text-soft wrap-anywhere">{remark}</bdi>}
    </>
  )
}
