import { useFormatter, useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { Face } from '@/components/ui/face'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { Status } from '@/components/ui/status'
import type { BoardPerson } from '@/lib/domain/development/safety-board.server'

const tones = { passed: 'ok', failed: 'warn', open: 'quiet' } as const

/** Everybody who works here, those who are missing first. */
export function BoardTable({ people, ofOneCampus, timeZone }: { people: readonly BoardPerson[]; ofOneCampus: boolean; timeZone: string }) {
  const t = useTranslations('safetyQuiz.boardOf')
  const format = useFormatter()
  if (people.length === 0) return <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
  return (
    <ScrollRegion aria-label={t('who')} className="rounded-lg border border-line bg-raised">
      <table className="table">
        <caption className="sr-only">{t('who')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            {!ofOneCampus && <th scope="col">{t('campus')}</th>}
            <th scope="col">{t('state')}</th>
            <th scope="col" className="end">{t('score')}</th>
            <th scope="col" className="end">{t('attempts')}</th>
            <th scope="col">{t('when')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ userId, name, campusName, state, score, total, attempts, completedAt }) => (
            <tr key={userId}>
              <th scope="row"><span className="flex items-center gap-2.5"><Face name={name} size={24} />{name}</span></th>
              {!ofOneCampus && <td>{campusName}</td>}
              <td><Status tone={tones[state]} icon={state === 'open' ? 'info' : undefined}>{t(state)}</Status></td>
              <td className="end">{score === null ? '–' : `${score}/${total}`}</td>
              <td className="end">{attempts || '–'}</td>
              <td>{state === 'passed' && completedAt ? format.dateTime(completedAt, { dateStyle: 'medium', timeZone }) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
