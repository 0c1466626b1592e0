import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { EmptyState } from '@/components/ui/empty-state'
import { listCandidates, listSiblingClasses, placesOf } from '@/lib/domain/academics/enrol-many.server'
import { requirePage } from '@/lib/platform/context.server'
import { openClass } from '../open-class.server'
import { EnrolMany } from './enrol-many'
import { FromPicker } from './from-picker'

export async function generateMetadata() {
  return { title: (await getTranslations('classes.enrollments'))('several') }
}

export default async function EnrolPage({ params, searchParams }: PageProps<'/classes/[id]/enrol'>) {
  await requirePage('CREATE_ENROLLMENTS')
  const { ctx, row: { id, name, today } } = await openClass((await params).id)
  const siblings = await listSiblingClasses(ctx, id)
  const asked = (await searchParams).from
  const from = siblings.find(({ value }) => value === asked)?.value
  const [t, candidates, places] = await Promise.all([getTranslations('classes.enrollments'), listCandidates(ctx, id, { from, search: '' }), placesOf(ctx, id)])
  return (
    <>
      <FromPicker from={from ?? ''} classes={siblings} />
      {candidates.length === 0 ? (
        <EmptyState title={t(from ? 'nobodyThere' : 'nobodyFree')} deed={<LinkButton href={`/classes/${id}`}>{t('back')}</LinkButton>} />
      ) : (
        <EnrolMany key={from} classId={id} className={name} today={today} candidates={candidates} {...places} />
      )}
    </>
  )
}
