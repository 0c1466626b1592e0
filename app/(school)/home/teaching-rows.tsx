import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import type { OwnClass, TeachingPeriod } from '@/lib/domain/attendance/day.server'
import type { PlainTime } from '@/lib/platform/time'

const row = 'flex min-h-12 items-center gap-3 border-t border-line px-4 py-2 hover:bg-sunken aria-[current=time]:bg-campus-tint pointer-coarse:min-h-14'

export function PeriodRows({ periods, now }: { periods: readonly TeachingPeriod[]; now: PlainTime }) {
  const t = useTranslations('attendance.home')
  return (
    <Card title={t('today')} flush>
      <ol>
        {periods.map(({ id, startsAt, endsAt, classId, className, subject, room, registerPeriodId, taken }) => (
          <li key={id}>
            <Link href={`/attendance/${classId}${registerPeriodId ? `?period=${registerPeriodId}` : ''}`} className={row} aria-current={startsAt <= now && now < endsAt ? 'time' : undefined}>
              <span className="w-24 shrink-0 text-soft tabular-nums">{startsAt}–{endsAt}</span>
              <span className="min-w-0 flex-1 truncate font-medium">{t('lesson', { subject, className })}</span>
              {room && <span className="text-soft max-md:hidden">{room}</span>}
              {registerPeriodId && taken && <Status tone="ok">{t('done')}</Status>}
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  )
}

export function ClassRows({ classes }: { classes: readonly OwnClass[] }) {
  const t = useTranslations('attendance.home')
  return (
    <Card title={t('classes')} flush>
      <ul>
        {classes.map(({ classId, className, students, isDue, taken }) => (
          <li key={classId}>
            <Link href={`/attendance/${classId}`} className={row}>
              <span className="min-w-0 flex-1 truncate font-medium">{className}</span>
              <span className="text-soft tabular-nums">{t('students', { count: students })}</span>
              {(isDue || taken) && <Status tone={taken ? 'ok' : 'warn'}>{t(taken ? 'done' : 'missing')}</Status>}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
