import { Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Status } from '@/components/ui/status'
import { countOf, isUnsaved, type Board } from './register-state'

type RegisterFootProps = { board: Board; isSending: boolean; isUnsent: boolean; onUndo: () => void; onSubmit: () => void }

/** How it stands, the way back, and the one deed, within the thumb's reach. */
export function RegisterFoot({ board, isSending, isUnsent, onUndo, onSubmit }: RegisterFootProps) {
  const t = useTranslations('attendance')
  return (
    <div className="screen-foot">
      <p role="status" className="me-auto flex flex-wrap justify-between gap-x-3 font-medium tabular-nums max-md:basis-full">
        {t('count', countOf(board.marks))}
        {/* On phones the notice at the top has scrolled away. */}
        {isUnsent && !isSending && <span className="md:hidden"><Status tone="warn">{t('unsent')}</Status></span>}
      </p>
      <Button onClick={onUndo} disabled={board.steps.length === 0} size="lg">
        <Undo2 />
        <span className="max-md:sr-only">{t('undo')}</span>
      </Button>
      <Button variant="primary" size="lg" className="max-md:flex-1" pending={isSending} disabled={isSending || !(isUnsent || isUnsaved(board))} onClick={onSubmit}>
        {t(isUnsent && !isSending ? 'sendAgain' : board.version === null ? 'submit' : 'correct')}
      </Button>
    </div>
  )
}
