import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { FactorSetup } from '../../(school)/account/security/factor-setup'
import { beginSupportFactorAction, confirmSupportFactorAction } from './actions'

/** Before anything else: the second factor of whoever looks into every organization. */
export async function SupportFactor() {
  const [t, account] = await Promise.all([getTranslations('organizations'), getTranslations('account')])
  return (
    <Card title={account('factor.title')}>
      <div className="flex flex-col gap-4">
        <Notice tone="warn" title={t('factor')}>{account('factor.hint')}</Notice>
        <FactorSetup begin={beginSupportFactorAction} confirm={confirmSupportFactorAction} />
      </div>
    </Card>
  )
}
