import { DataTable } from '@/components/table/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, type SearchParams } from '@/lib/platform/list'
import { countOf } from '../../count-of'
import { catalogColumns } from './catalog-columns'
import { roomOf } from './room.server'

type CatalogProps = { params: Promise<{ catalog: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: CatalogProps) {
  return { title: (await roomOf((await params).catalog)).say('title') }
}

export default async function CatalogPage({ params, searchParams }: CatalogProps) {
  const { facts, verbs, say, labels } = await roomOf((await params).catalog)
  const ctx = await requirePage(facts.needs.read)
  const query = parseList(facts.list, await searchParams)
  const page = await verbs.list(ctx, query)
  const deed = ctx.can(facts.needs.create) && <LinkButton href={`${facts.path}/new`} variant="primary">{say('new')}</LinkButton>
  const isEmpty = page.total === 0 && query.search === ''
  const rowHref = ctx.can(facts.needs.update) ? ({ id }: { id: string }) => `${facts.path}/${id}` : undefined
  return (
    <Screen title={say('title')} count={countOf(page, ctx.locale)} deed={!isEmpty && deed} wide>
      <DataTable caption={say('title')} query={query} page={page} columns={catalogColumns(facts, labels, ctx.locale)} rowId={({ id }) => id} rowHref={rowHref} search={say('search')} empty={<EmptyState title={say('empty')} deed={deed}>{say('emptyHint')}</EmptyState>} />
    </Screen>
  )
}
