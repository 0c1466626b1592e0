import { getTranslations } from 'next-intl/server'
import { Facts } from '@/components/record/facts'
import { listChildrenOf } from '@/lib/domain/people/guardian-link.server'
import { LinkDialog } from '../link-dialog'
import { ChildList } from './child-list'
import { openGuardian } from './open-guardian.server'

export default async function GuardianPage({ params }: PageProps<'/guardians/[id]'>) {
  const { ctx, row } = await openGuardian((await params).id)
  const [t, children] = await Promise.all([getTranslations('guardians'), listChildrenOf(ctx, row.id)])
  const { values, child } = row
  const mayLink = ctx.can('UPDATE_GUARDIANS')
  return (
    <>
      <Facts
        facts={[
          { label: t('fields.email'), value: values.email },
          { label: t('fields.phone'), value: values.phone },
          { label: t('fields.address'), value: values.address },
          { label: t('fields.student'), value: child && `${child.name} · ${child.number}` },
          { label: t('campus'), value: child?.campusName },
          { label: t('fields.primaryContact'), value: t(values.primaryContact ? 'yes' : 'no') },
        ]}
      />
      <ChildList rows={children} mayLink={mayLink} mayOpen={ctx.can('READ_STUDENTS')} deed={mayLink && <LinkDialog guardian={{ id: row.id, name: String(values.fullName) }} />} />
    </>
  )
}
