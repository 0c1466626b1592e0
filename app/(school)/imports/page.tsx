import { getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { importList } from '@/lib/domain/interop/import-lists'
import { listImports } from '@/lib/domain/interop/public.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf, type SearchParams } from '@/lib/platform/list'
import { ImportTable } from './import-table'

export const generateMetadata = async () => ({ title: (await getTranslations('imports'))('title') })

export default async function ImportsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await requirePage('READ_IMPORTS')
  if (ctx.role.reach !== 'organization') forbidden()
  const t = await getTranslations('imports')
  const query = parseList(importList, await searchParams)
  const page = await listImports(ctx, query)
  const mayRun = ctx.can('RUN_IMPORTS')
  return (
    <Screen title={t('title')} description={t('description')} deed={mayRun && <LinkButton href="/imports/new" variant="primary">{t('new')}</LinkButton>}>
      <ImportTable view={viewOf(query)} page={page} mayRun={mayRun} />
    </Screen>
  )
}
