import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { requirePage } from '@/lib/platform/context.server'
import { StandsOn } from '../../setup/stands-on'
import { DocumentForm } from '../document-form'

export async function generateMetadata() {
  return { title: (await getTranslations('documents'))('new') }
}

export default async function NewDocumentPage() {
  const ctx = await requirePage('CREATE_DOCUMENTS')
  const t = await getTranslations('documents')
  return (
    <Screen title={t('new')} description={t('newHint')}>
      <StandsOn ctx={ctx} on={['campuses']}>
        <DocumentForm campuses={ctx.campuses.map(({ id, name }) => ({ value: id, label: name }))} ofOrganization={ctx.role.reach === 'organization'} />
      </StandsOn>
    </Screen>
  )
}
