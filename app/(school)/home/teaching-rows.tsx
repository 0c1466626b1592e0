import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import type { OwnClass, TeachingPeriod } from '@/lib/domain/attendance/day.server'
import type { PlainDate, PlainTime } from '@/lib/platform/time'

const asked = (query: Record<string, string | null>) => {
  const text = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()
  return text && `?${text}`
}

const row = 'flex min-h-12 items-center gap-3 border-t border-line px-4 py-2 hover:bg-sunken aria-[current=time]:bg-campus-tint pointer-coarse:min-h-14'

type PeriodRowsProps = { title: string; periods: readonly TeachingPeriod[]; now: PlainTime; /** A day to come: nothing is on, and nothing can be marked yet. */ date: PlainDate | null }

export function PeriodRows({ title, periods, now, date }: PeriodRowsProps) {
  const t = useTranslations('home.teaching')
  return (
    <Card title={title} aside={<Link href="/timetables/mine" className="text-sm font-medium text-campus-text hover:underline pointer-coarse:-my-3 pointer-coarse:py-3">{t('week')}</Link>} flush>
      <ol>
        {periods.map(({ id, startsAt, endsAt, classId, className, subject, room, registerPeriodId, taken }) => (
          <li key={id}>
            <Link href={`/attendance/${classId}${asked({ period: registerPeriodId, date })}`} className={row} aria-current={!date && startsAt <= now && now < endsAt ? 'time' : undefined}>
              <span className="w-24 shrink-0 text-soft tabular-nums">{startsAt}–{endsAt}</span>
              <span className="min-w-0 flex-1 truncate font-medium">{t('lesson', { subject, className })}</span>
              {room && <span className="text-soft max-md:hidden">{room}</span>}
              {!date && registerPeriodId && taken && <Status tone="ok">{t('done')}</Status>}
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  )
}

type ClassRowsProps = { classes: readonly OwnClass[]; /** On a day off the registers of the last school day, and what it is called. */ last: { date: PlainDate; label: string } | null }

export function ClassRows({ classes, last }: ClassRowsProps) {
  const t = useTranslations('home.teaching')
  return (
    <Card title={t('classes')} aside={last && <span className="text-sm text-soft">{last.label}</span>} flush>
      <ul>
        {classes.map(({ classId, className, students, isDue, taken }) => (
          <li key={classId}>
            <Link href={`/attendance/${classId}${asked({ date: last?.date ?? null })}`} className={row}>
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
