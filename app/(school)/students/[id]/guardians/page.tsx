import { Plus } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { listGuardiansOf } from '@/lib/domain/people/guardian-link.server'
import { requirePage } from '@/lib/platform/context.server'
import { LinkDialog } from '../../../guardians/link-dialog'
import { openStudent } from '../open-student.server'
import { GuardianCard } from './guardian-card'
import { Homes } from './homes'

export async function generateMetadata() {
  return { title: (await getTranslations('students'))('tabs.guardians') }
}

export default async function StudentGuardiansPage({ params }: PageProps<'/students/[id]/guardians'>) {
  await requirePage('READ_GUARDIANS')
  const { ctx, row: { id, name, today } } = await openStudent((await params).id)
  const [t, rows] = await Promise.all([getTranslations('students.guardians'), listGuardiansOf(ctx, id)])
  const mayLink = ctx.can('UPDATE_GUARDIANS')
  const deeds = (
    <div className="flex flex-wrap gap-2">
      {ctx.can('CREATE_GUARDIANS') && <LinkButton href={`/guardians/new?student=${id}`}><Plus aria-hidden />{t('new')}</LinkButton>}
      {mayLink && <LinkDialog student={{ id, name }} />}
    </div>
  )
  if (rows.length === 0) return <EmptyState title={t('empty')} deed={deeds}>{t('emptyHint')}</EmptyState>
  return (
    <>
      {deeds}
      <Homes rows={rows} />
      <ul className="grid gap-4 lg:grid-cols-2">
        {rows.map((row) => <li key={row.id}><GuardianCard row={row} today={today} mayLink={mayLink} /></li>)}
      </ul>
    </>
  )
}
