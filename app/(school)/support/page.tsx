import { LifeBuoy } from 'lucide-react'
import { getFormatter, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { Screen } from '@/components/ui/screen'
import { listVisits } from '@/lib/domain/access/support-grant.server'
import { requirePage } from '@/lib/platform/context.server'
import { VisitList } from './visit-list'

export async function generateMetadata() {
  return { title: (await getTranslations('support'))('title') }
}

export default async function SupportPage() {
  const ctx = await requirePage('UPDATE_ORGANIZATIONS')
  const [t, format, visits] = await Promise.all([getTranslations('support'), getFormatter(), listVisits(ctx)])
  const said = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  const rows = visits.map(({ askedAt, until, ...visit }) => ({ ...visit, asked: said(askedAt), until: until && said(until) }))
  return (
    <Screen title={t('title')} description={t('description')}>
      {rows.length === 0 ? <EmptyState icon={<LifeBuoy aria-hidden />} title={t('empty')}>{t('emptyHint')}</EmptyState> : <VisitList visits={rows} />}
    </Screen>
  )
}
