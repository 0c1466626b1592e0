import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { getOrganization } from '@/lib/domain/people/organization.server'
import { requirePage } from '@/lib/platform/context.server'
import { OrganizationForm } from './organization-form'

export async function generateMetadata() {
  return { title: (await getTranslations('setup'))('organization.title') }
}

/** What holds for every campus: name, language, money, and how students are numbered. */
export default async function OrganizationPage() {
  const ctx = await requirePage('UPDATE_ORGANIZATIONS')
  const [t, { settings, next, hasInvoices }] = await Promise.all([getTranslations('setup'), getOrganization(ctx)])
  return (
    <Screen title={t('organization.title')} description={t('organization.what')}>
      <OrganizationForm settings={settings} next={next} hasInvoices={hasInvoices} />
    </Screen>
  )
}
