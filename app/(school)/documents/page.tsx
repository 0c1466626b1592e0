import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { documentCategories, documentList, documentOwners } from '@/lib/domain/people/document'
import { listDocuments } from '@/lib/domain/people/document.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { countOf } from '../count-of'
import { wordChoices } from '../list-choices'
import { DocumentTable } from './document-table'

export async function generateMetadata() {
  return { title: (await getTranslations('documents'))('title') }
}

export default async function DocumentsPage({ searchParams }: PageProps<'/documents'>) {
  const ctx = await requirePage('READ_DOCUMENTS')
  const query = parseList(documentList, await searchParams)
  const [t, page] = await Promise.all([getTranslations('documents'), listDocuments(ctx, query)])
  const filters = [
    { name: 'expiry', label: t('expiry'), options: wordChoices(['soon', 'expired'], (one) => t(`expiries.${one}`)) },
    { name: 'category', label: t('fields.category'), options: wordChoices(documentCategories, (one) => t(`categories.${one}`)) },
    { name: 'owner', label: t('fields.owner'), options: wordChoices(documentOwners, (one) => t(`owners.${one}`)) },
  ]
  const deed = ctx.can('CREATE_DOCUMENTS') && <LinkButton href="/documents/new" variant="primary">{t('new')}</LinkButton>
  return (
    <Screen title={t('title')} count={countOf(page, ctx.locale)} deed={deed} wide>
      <DocumentTable view={viewOf(query)} page={page} filters={filters} may={{ edit: ctx.can('UPDATE_DOCUMENTS'), remove: ctx.can('DELETE_DOCUMENTS') }} deed={deed} />
    </Screen>
  )
}
