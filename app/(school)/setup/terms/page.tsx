import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { termList, termTypes } from '@/lib/domain/academics/term'
import { listTerms } from '@/lib/domain/academics/term.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { countOf } from '../../count-of'
import { wordChoices } from '../../list-choices'
import { yearChoices } from '../year-choices.server'
import { TermTable } from './term-table'

export async function generateMetadata() {
  return { title: (await getTranslations('setup'))('terms.title') }
}

export default async function TermsPage({ searchParams }: PageProps<'/setup/terms'>) {
  const ctx = await requirePage('READ_ACADEMIC_YEARS')
  const query = parseList(termList, await searchParams)
  const [t, page, years] = await Promise.all([getTranslations('setup'), listTerms(ctx, query), yearChoices(ctx)])
  const filters = [{ name: 'year', label: t('terms.year'), options: years }, { name: 'type', label: t('terms.type'), options: wordChoices(termTypes, (one) => t(`terms.types.${one}`)) }]
  const deed = ctx.can('CREATE_ACADEMIC_YEARS') && <LinkButton href="/setup/terms/new" variant="primary">{t('terms.new')}</LinkButton>
  return (
    <Screen title={t('terms.title')} count={countOf(page, ctx.locale)} deed={deed} wide>
      <TermTable view={viewOf(query)} page={page} filters={filters} may={{ edit: ctx.can('UPDATE_ACADEMIC_YEARS'), remove: ctx.can('DELETE_ACADEMIC_YEARS') }} deed={deed} />
    </Screen>
  )
}
