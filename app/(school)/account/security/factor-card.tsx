import { getFormatter, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Status } from '@/components/ui/status'
import { getFactor } from '@/lib/domain/access/second-factor.server'
import type { Ctx } from '@/lib/platform/context'
import { beginFactorAction, confirmFactorAction } from '../actions'
import { FactorOff } from './factor-off'
import { FactorSetup } from './factor-setup'

/** The second factor: whether it is on, and what can be done about it. `isMissing` where the role demands one. */
export async function FactorCard({ ctx, isMissing }: { ctx: Ctx; isMissing: boolean }) {
  const [t, format, { since, codesLeft }] = await Promise.all([getTranslations('account'), getFormatter(), getFactor(ctx)])
  return (
    <Card title={t('factor.title')} aside={<Status tone={since ? 'ok' : 'quiet'}>{t(since ? 'factor.on' : 'factor.off')}</Status>}>
      <div className="flex flex-col gap-4">
        {isMissing && <Notice tone="warn" title={t('factor.demanded', { role: ctx.role.name })}>{t('factor.demandedHint')}</Notice>}
        <p className="max-w-prose text-soft text-pretty">{since ? t('factor.since', { date: format.dateTime(since, { dateStyle: 'long' }), left: codesLeft }) : t('factor.hint')}</p>
        {since ? <FactorOff /> : <FactorSetup begin={beginFactorAction} confirm={confirmFactorAction} />}
      </div>
    </Card>
  )
}
