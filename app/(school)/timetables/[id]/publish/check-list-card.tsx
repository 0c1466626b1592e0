import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import type { CheckList } from '@/lib/domain/timetable/publishing'

type Line = { key: string; tone: 'ok' | 'warn' | 'bad'; title: string; details: readonly string[] }
const most = 12

/** What is to be known before a draft is published: clashes keep it back, the rest is for the eye. */
export function CheckListCard({ list }: { list: CheckList }) {
  const t = useTranslations('timetables')
  const unplaced = list.unplaced.reduce((sum, { left }) => sum + left, 0)
  const checked = (key: string, count: number, details: readonly string[] = [], tone: 'warn' | 'bad' = 'warn'): Line => ({ key, tone: count > 0 ? tone : 'ok', title: t(`publish.checks.${key}`, { count }), details })
  const lines: Line[] = [
    checked('clashes', list.clashes.length, list.clashes.map(({ day, ...one }) => t(`publish.clash.${one.because}`, { ...one, day: t(`days.${day}`) })), 'bad'),
    checked('unplaced', unplaced, list.unplaced.map((one) => t('publish.unplaced', one))),
    checked('overHours', list.overHours.length, list.overHours.map((one) => t('publish.over', one))),
    checked('withoutTeacher', list.withoutTeacher),
    checked('withoutRoom', list.withoutRoom),
    checked('offBells', list.offBells),
  ]
  return (
    <Card title={t('publish.title', { count: list.lessons })} flush>
      <ul>
        {lines.map(({ key, tone, title, details }) => (
          <li key={key} className="flex flex-col items-start gap-1 border-t border-line px-4 py-3">
            <Status tone={tone} icon={tone === 'warn' ? 'alert' : undefined}>{title}</Status>
            {details.length > 0 && (
              <ul className="ms-6 list-disc text-sm text-soft">
                {details.slice(0, most).map((detail) => <li key={detail}>{detail}</li>)}
                {details.length > most && <li>{t('publish.more', { count: details.length - most })}</li>}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
