import { useFormatter, useTranslations } from '#words'
import { Notice } from '@/components/ui/notice'
import type { Register } from '@/lib/domain/attendance/register'
import type { Board } from './register-state'
import type { Submission } from './use-submission'

type RegisterNoticeProps = { register: Register; board: Board; submission: Submission }

/** One line over the tiles: what is saved, what is not, or what went wrong. */
export function RegisterNotice({ register: { taken, closedBecause, timeZone }, board, submission }: RegisterNoticeProps) {
  const t = useTranslations('attendance')
  const format = useFormatter()
  if (submission.state === 'unsent') return <Notice urgent tone="warn" title={t('unsent')}>{t('unsentText')}</Notice>
  if (submission.state === 'refused') return <Notice urgent tone="bad" title={submission.message} />
  if (board.version !== null && board.isChanged) return <Notice tone="warn" title={t('changed')} />
  if (taken) return <Notice tone="ok" title={t('takenBy', { by: taken.by ?? t('somebody'), when: format.dateTime(new Date(taken.at), { dateStyle: 'medium', timeStyle: 'short', timeZone }) })}>{closedBecause && t(`closed.${closedBecause}`)}</Notice>
  if (closedBecause) return <Notice tone="quiet" title={t(`closed.${closedBecause}`)} />
  return <Notice tone="quiet" title={t('notSaved')} />
}
