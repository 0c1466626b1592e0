import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import type { Register } from '@/lib/domain/attendance/register'

/** Where registers are taken by lesson: those of the class on that day. */
export function LessonRows({ register: { key, lessons } }: { register: Register }) {
  const t = useTranslations('attendance')
  return (
    <Card title={t('lessons')} flush>
      <ol>
        {lessons.map(({ periodId, startsAt, endsAt, subjectName, taken, isDue }) => (
          <li key={periodId}>
            <Link href={`/attendance/${key.classId}?date=${key.date}&period=${periodId}`} className="flex min-h-12 items-center gap-3 border-t border-line px-4 py-2 hover:bg-sunken pointer-coarse:min-h-14">
              <span className="w-24 shrink-0 text-soft tabular-nums">{startsAt}–{endsAt}</span>
              <span className="min-w-0 flex-1 truncate font-medium">{subjectName}</span>
              {(isDue || taken) && <Status tone={taken ? 'ok' : 'warn'}>{t(taken ? 'registers.taken' : 'registers.missing')}</Status>}
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  )
}
