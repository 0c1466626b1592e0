import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { guardianList, relationships } from '@/lib/domain/people/guardian'
import { listGuardians } from '@/lib/domain/people/guardian.server'
import { requirePage } from '@/lib/platform/context.server'
import { parseList, viewOf } from '@/lib/platform/list'
import { countOf } from '../count-of'
import { campusChoices, wordChoices } from '../list-choices'
import { GuardianTable } from './guardian-table'

export async function generateMetadata() {
  return { title: (await getTranslations('guardians'))('title') }
}

export default async function GuardiansPage({ searchParams }: PageProps<'/guardians'>) {
  const ctx = await requirePage('READ_GUARDIANS')
  const query = parseList(guardianList, await searchParams)
  const [t, page] = await Promise.all([getTranslations('guardians'), listGuardians(ctx, query)])
  const filters = [
    ...campusChoices(ctx, t('campus')),
    { name: 'relationship', label: t('fields.relationship'), options: wordChoices(relationships, (one) => t(`relationships.${one}`)) },
    { name: 'contact', label: t('contact.label'), options: wordChoices(['reachable', 'unreachable'], (one) => t(`contact.${one}`)) },
  ]
  const deed = ctx.can('CREATE_GUARDIANS') && <LinkButton href="/guardians/new" variant="primary">{t('new')}</LinkButton>
  return (
    <Screen title={t('title')} count={countOf(page, ctx.locale)} deed={deed} wide>
      <GuardianTable view={viewOf(query)} page={page} filters={filters} ofOneCampus={ctx.campus !== null} may={{ edit: ctx.can('UPDATE_GUARDIANS'), remove: ctx.can('DELETE_GUARDIANS') }} deed={deed} />
    </Screen>
  )
}
