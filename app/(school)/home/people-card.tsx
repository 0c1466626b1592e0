import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Face } from '@/components/ui/face'
import { Status } from '@/components/ui/status'
import type { Exception } from '@/lib/domain/attendance/day.server'
import { statusLook } from '../attendance/[classId]/status-look'

const shown = 6

type PeopleCardProps = { kind: 'absent' | 'late'; rows: readonly Exception[]; count: number; href: string }

/** Who is absent, or came late, each once: the first few, and the way to all of them. */
export function PeopleCard({ kind, rows, count, href }: PeopleCardProps) {
  const [t, words] = [useTranslations('home.people'), useTranslations('attendance')]
  if (rows.length === 0) return null
  return (
    <Card className="max-lg:order-1" title={t(kind)} aside={<Link href={href} className="text-sm font-medium text-campus-text hover:underline pointer-coarse:-my-3 pointer-coarse:py-3">{t('all', { count })}</Link>} flush>
      <ul>
        {rows.slice(0, shown).map(({ studentId, name, className, startsAt, status, minutesLate }) => (
          <li key={studentId} className="flex min-h-12 items-center gap-3 border-t border-line px-4 py-1.5">
            <Face name={name} />
            <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
            <span className="text-soft tabular-nums">{[className, startsAt].filter(Boolean).join(' · ')}</span>
            <Status {...statusLook[status]}>{status === 'late' && minutesLate ? words('lateBy', { minutes: minutesLate }) : words(`statuses.${status}`)}</Status>
          </li>
        ))}
      </ul>
    </Card>
  )
}
