import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { DevelopmentWeek } from '@/lib/domain/development/campus-development.server'
import type { Ctx } from '@/lib/platform/context'
import { toDate } from '@/lib/platform/time'

type WeekTableProps = { weeks: readonly DevelopmentWeek[]; campusId: string; can: Ctx['can'] }

/** The weeks as numbers, the latest first; each that has rows leads to them. */
export function WeekTable({ weeks, campusId, can }: WeekTableProps) {
  const t = useTranslations('development')
  const format = useFormatter()
  const link = 'text-campus-text hover:underline pointer-coarse:inline-block pointer-coarse:px-2 pointer-coarse:py-3'
  const [showsVisits, showsCheckIns] = [weeks.some(({ visits }) => visits !== null), can('READ_WELLBEING_TRENDS')]
  return (
    <Card title={t('table.title')} flush>
      <ScrollRegion aria-label={t('table.about')} className="border-t border-line">
        <table className="table">
          <caption className="sr-only">{t('table.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('table.week')}</th>
              <th scope="col" className="end">{t('table.note')}</th>
              <th scope="col" className="end">{t('table.quiz')}</th>
              {showsVisits && <th scope="col" className="end">{t('table.visits')}</th>}
              {showsCheckIns && <th scope="col" className="end">{t('table.checkIns')}</th>}
            </tr>
          </thead>
          <tbody>
            {weeks.toReversed().map(({ week, note, quiz, visits, checkIns }, at) => (
              <tr key={week}>
                <th scope="row">{format.dateTime(toDate(week), { dateStyle: 'medium', timeZone: 'UTC' })}{at === 0 && <span className="ms-2 font-normal text-soft">{t('thisWeek')}</span>}</th>
                <td className="end">{note ? <Link href={`/frame/${note.id}`} className={link}>{t('of', { done: note.done, of: note.of })}</Link> : '–'}</td>
                <td className="end"><Link href={`/safety-quiz/board?week=${week}&campus=${campusId}`} className={link}>{t('of', { done: quiz.done, of: quiz.of })}</Link></td>
                {showsVisits && <td className="end">{visits ? <Link href={`/walkthroughs?campus=${campusId}&week=${week}`} className={link}>{format.number(visits)}</Link> : '–'}</td>}
                {showsCheckIns && <td className="end">{checkIns === null ? '–' : t('atLeast', { count: checkIns })}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  )
}
