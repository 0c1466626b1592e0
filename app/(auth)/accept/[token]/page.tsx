import { getTranslations } from 'next-intl/server'
import { openLink } from '@/lib/domain/access/credential.server'
import { Door } from '../../door'
import { LinkOver } from '../../link-over'
import { AcceptForm } from './accept-form'

export async function generateMetadata() {
  return { title: (await getTranslations('access'))('accept.title'), referrer: 'no-referrer' as const }
}

export default async function AcceptPage({ params }: PageProps<'/accept/[token]'>) {
  const { token } = await params
  const [t, link] = await Promise.all([getTranslations('access'), openLink(token, 'invite')])
  if (!link) return <LinkOver again={false} />
  const { user_email: email, organization_name: organization, first_name: firstName, last_name: lastName } = link
  return (
    <Door title={t('accept.title')} hint={t('accept.hint', { email, organization: organization ?? 'Homeroom' })}>
      <AcceptForm token={token} email={email} names={{ firstName, lastName }} />
    </Door>
  )
}
