import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import type { Day, Exception } from '@/lib/domain/attendance/day.server'
import { statusLook } from '../attendance/[classId]/status-look'
import { registerHref } from '../attendance/register-href'
import { withAsked } from './day-cards'

const row = 'flex min-h-11 items-center gap-3 border-t border-line px-4 py-2 pointer-coarse:min-h-14'
const all = 'text-sm font-medium text-campus-text hover:underline'
const empty = (text: ReactNode) => <p className="border-t border-line px-4 py-4 text-soft">{text}</p>

export function MissingRows({ day, asked }: { day: Day; asked: string }) {
  const t = useTranslations('attendance.day')
  const href = registerHref(day.date, withAsked('/', asked))
  return (
    <Card title={t('missingTitle')} aside={<Link href={withAsked('/attendance', asked, 'state=missing')} className={all}>{t('all')}</Link>} flush>
      {day.missing.length === 0 ? empty(t('missingNone')) : (
        <ul>
          {day.missing.map((register) => (
            <li key={register.classId + register.periodId}>
              <Link href={href(register)} className={`${row} hover:bg-sunken`}>
                <span className="w-14 shrink-0 font-medium">{register.className}</span>
                <span className="min-w-0 flex-1 truncate text-soft">{register.teacher}</span>
                {register.startsAt && <span className="text-soft tabular-nums">{register.startsAt}</span>}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

export function ExceptionRows({ kind, rows, asked }: { kind: 'absent' | 'late'; rows: readonly Exception[]; asked: string }) {
  const t = useTranslations('attendance')
  return (
    <Card title={t(`day.${kind}Title`)} aside={<Link href={withAsked('/attendance/absences', asked, `kind=${kind}`)} className={all}>{t('day.all')}</Link>} flush>
      {rows.length === 0 ? empty(t(kind === 'absent' ? 'day.nobodyAbsent' : 'day.nobodyLate')) : (
        <ul>
          {rows.map(({ studentId, name, className, startsAt, status, minutesLate }) => (
            <li key={studentId + className + startsAt} className={row}>
              <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
              <span className="text-soft tabular-nums">{startsAt ? `${className}, ${startsAt}` : className}</span>
              <Status {...statusLook[status]}>{status === 'late' && minutesLate ? t('lateBy', { minutes: minutesLate }) : t(`statuses.${status}`)}</Status>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
