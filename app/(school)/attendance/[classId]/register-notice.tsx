import { useFormatter, useTranslations } from 'next-intl'
import { usePathname, useSearchParams } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import type { Register } from '@/lib/domain/attendance/register'
import type { Draft } from '../draft'
import { MarkText } from './mark-text'
import { AskCorrector } from './ask-corrector'
import { isChanged, isSame, type Board } from './register-state'
import type { Submission } from './use-submission'

type RegisterNoticeProps = { register: Register; board: Board; submission: Submission; left: Draft | null; title: string; onThrowAway: () => void }

/** The marks of this device that can no longer be submitted: said by name, so that somebody else can. */
function LeftMarks({ students, board, left }: { students: Register['students']; board: Board; left: Draft }) {
  const differing = students.flatMap(({ id, firstName, lastName }) => (left.marks[id] && !isSame(left.marks[id], board.marks[id]) ? [{ id, name: `${firstName} ${lastName}`, marking: left.marks[id] }] : []))
  return (
    <ul className="mt-1">
      {differing.map(({ id, name, marking }) => (
        <li key={id}>
          <bdi>{name}</bdi>: <MarkText marking={marking} />
        </li>
      ))}
    </ul>
  )
}

function Refused({ message, wants }: { message: string; wants: 'sign-in' | 'reload' | null }) {
  const t = useTranslations('attendance')
  const [path, asked] = [usePathname(), useSearchParams().toString()]
  const here = asked ? `${path}?${asked}` : path
  const deed = wants === 'sign-in' ? <LinkButton href={`/sign-in?next=${encodeURIComponent(here)}`}>{t('signIn')}</LinkButton> : wants === 'reload' && <Button onClick={() => window.location.reload()}>{t('reload')}</Button>
  return <Notice urgent tone="bad" title={message} deed={deed} />
}

/** One line over the tiles: what is saved, what is not, or what went wrong. */
export function RegisterNotice({ register: { students, correctors, taken, closedBecause, isSchoolDay, timeZone }, board, submission, left, title, onThrowAway }: RegisterNoticeProps) {
  const t = useTranslations('attendance')
  const format = useFormatter()
  if (submission.state === 'unsent' || (submission.state === 'sending' && submission.isAgain)) return <Notice urgent tone="warn" title={t('unsent')}>{t('unsentText')}</Notice>
  if (left) return <Notice urgent tone="warn" title={t('left')} deed={<Button onClick={onThrowAway}>{t('throwAway')}</Button>}>{t('leftText')}<LeftMarks students={students} board={board} left={left} /></Notice>
  if (submission.state === 'refused') return <Refused message={submission.message} wants={submission.wants} />
  // Also a draft that was made before somebody else took it.
  if ((taken || board.version !== null) && isChanged(board)) return <Notice tone="warn" title={t('changed')} />
  if (taken) {
    const when = format.dateTime(new Date(taken.at), { dateStyle: 'medium', timeStyle: 'short', timeZone })
    return <Notice tone="ok" title={t(taken.isCorrected ? 'correctedBy' : 'takenBy', { by: taken.by ?? t('somebody'), when })}>{closedBecause && <p>{t(`closed.${closedBecause}`)}</p>}<AskCorrector correctors={correctors} title={title} /></Notice>
  }
  if (closedBecause) return <Notice tone="quiet" title={t(`closed.${closedBecause}`)}><AskCorrector correctors={correctors} title={title} /></Notice>
  return (
    <Notice tone={isSchoolDay ? 'quiet' : 'warn'} title={t('notSaved')}>
      {!isSchoolDay && <p>{t('noSchoolDay')}</p>}
      <p className="text-soft pointer-coarse:hidden">{t('byKeys')}</p>
    </Notice>
  )
}
