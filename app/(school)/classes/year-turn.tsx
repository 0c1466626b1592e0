import { getFormatter, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { findYearTurn } from '@/lib/domain/academics/carry-over-preview.server'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { toDate } from '@/lib/platform/time'

/** Near the end of the year, for whoever makes classes: what comes next. */
export async function YearTurnNotice({ ctx, isInList = false }: { ctx: Ctx; isInList?: boolean }) {
  const turn = ctx.can('CREATE_CLASSES') ? await findYearTurn(ctx, todayIn(ctx.timeZone)) : null
  if (!turn || (turn.deed === 'change' && !ctx.can('UPDATE_ACADEMIC_YEARS'))) return null
  const [t, format] = await Promise.all([getTranslations('classes.turn'), getFormatter()])
  const date = format.dateTime(toDate(turn.lastDay), { dateStyle: 'long', timeZone: 'UTC' })
  const deed = turn.deed === 'change' ? <LinkButton href="/setup">{t('toSetup')}</LinkButton> : !isInList && <LinkButton href="/classes">{t('toClasses')}</LinkButton>
  return <Notice tone="quiet" title={t(turn.isOver ? 'over' : 'ends', { date })} deed={deed}>{t(turn.deed === 'change' ? 'change' : isInList ? 'choose' : 'carry')}</Notice>
}
