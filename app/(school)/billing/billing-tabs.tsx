'use client'

import { useTranslations } from 'next-intl'
import { RecordTabs } from '@/components/record/record-tabs'

/** What money does now, and a year's plan beside what became of it. */
export function BillingTabs({ mayPlan }: { mayPlan: boolean }) {
  const t = useTranslations('billing')
  return mayPlan ? <RecordTabs label={t('tabs.label')} path="/billing" tabs={[{ segment: '', label: t('tabs.now') }, { segment: 'plan', label: t('tabs.plan') }]} /> : null
}
