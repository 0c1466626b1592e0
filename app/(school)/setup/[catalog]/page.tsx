import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf, type SearchParams } from '@/lib/platform/list'
import { countOf } from '../../count-of'
import { CatalogTable } from './catalog-table'
import { roomOf } from './room.server'

type CatalogProps = { params: Promise<{ catalog: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: CatalogProps) {
  return { title: (await roomOf((await params).catalog)).say('title') }
}

export default async function CatalogPage({ params, searchParams }: CatalogProps) {
  const { name, facts, verbs, say } = await roomOf((await params).catalog)
  const ctx = await requirePage(facts.needs.read)
  const query = parseList(facts.list, await searchParams)
  const page = await verbs.list(ctx, query)
  const deed = ctx.can(facts.needs.create) && <LinkButton href={`${facts.path}/new`} variant="primary">{say('new')}</LinkButton>
  const isEmpty = page.total === 0 && query.search === ''
  return (
    <Screen title={say('title')} count={countOf(page, ctx.locale)} deed={!isEmpty && deed} wide>
      <CatalogTable entry={name} view={viewOf(query)} page={page} mayEdit={ctx.can(facts.needs.update)} deed={deed} />
    </Screen>
  )
}
