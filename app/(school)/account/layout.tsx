import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { RecordTabs } from '@/components/record/record-tabs'
import { Words } from '@/components/shell/words'
import { Screen } from '@/components/ui/screen'

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('account')
  const tabs = [{ segment: '', label: t('tabs.profile') }, { segment: 'security', label: t('tabs.security') }]
  return (
    <Screen title={t('title')}>
      <RecordTabs label={t('tabs.label')} path="/account" tabs={tabs} />
      <Words of={['account', 'access']}>{children}</Words>
    </Screen>
  )
}
