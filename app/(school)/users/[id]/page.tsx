import { getTranslations } from 'next-intl/server'
import { Facts } from '@/components/record/facts'
import { Card } from '@/components/ui/card'
import { permissionChoices } from '../../roles/permission-words.server'
import { openUser } from './open-user.server'
import { UserFacts } from './user-facts'
import { UserForm } from './user-form'
import { WhyCard } from './why-card'
import { formChoices } from './user-choices.server'

export default async function UserPage({ params, searchParams }: PageProps<'/users/[id]'>) {
  const { why } = await searchParams
  const { ctx, row } = await openUser((await params).id)
  const [t, choices, permissions] = await Promise.all([getTranslations('users'), formChoices(ctx, row.id), permissionChoices(ctx)])
  const words = new Map(permissions.map(({ value, label }) => [value, label]))
  const facts = [{ label: t('fields.email'), value: row.email }, { label: t('fields.staff'), value: row.staff?.name }, { label: t('fields.campuses'), value: row.campuses.map(({ name }) => name).join(', ') }]
  return (
    <>
      <Facts facts={[...facts, { label: t('fields.permissions'), value: row.permissions.map((name) => words.get(name) ?? name).join(' ') }]} />
      {ctx.can('UPDATE_USERS') && <Card title={t('access')}><UserForm key={row.seen} row={row} permissions={permissions} {...choices} /></Card>}
      <WhyCard ctx={ctx} userId={row.id} asked={String(why ?? '')} />
      <UserFacts ctx={ctx} row={row} />
    </>
  )
}
