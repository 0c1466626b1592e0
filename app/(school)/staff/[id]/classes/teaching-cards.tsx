import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import type { listTeaching } from '@/lib/domain/people/staff-record.server'

type Teaching = Awaited<ReturnType<typeof listTeaching>>
const line = 'flex min-h-12 flex-wrap items-center justify-between gap-x-4 border-t border-line px-4 py-2'

export function HomeroomsCard({ homerooms }: Pick<Teaching, 'homerooms'>) {
  const t = useTranslations('staff.teaching')
  return <Card title={t('homerooms')} flush><ul>{homerooms.map((one) => <li key={one.id} className={line}><Link href={`/classes/${one.id}`} className="font-medium hover:underline">{one.name}</Link></li>)}</ul></Card>
}

export function LessonsCard({ lessons }: Pick<Teaching, 'lessons'>) {
  const t = useTranslations('staff.teaching')
  return (
    <Card title={t('lessons')} flush>
      <ul>
        {lessons.map((one) => (
          <li key={one.id} className={line}>
            <span><Link href={`/classes/${one.classId}/subjects`} className="font-medium hover:underline">{one.className}</Link>{' '}<span className="text-soft">{one.subjectName}</span></span>
            {one.lessonsPerWeek !== null && <span className="text-sm text-soft tabular-nums">{t('perWeek', { count: one.lessonsPerWeek })}</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
