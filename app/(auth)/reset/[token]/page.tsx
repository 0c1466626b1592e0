import { getTranslations } from 'next-intl/server'
import { openLink } from '@/lib/domain/access/credential.server'
import { Door } from '../../door'
import { LinkOver } from '../../link-over'
import { ResetForm } from './reset-form'

export async function generateMetadata() {
  return { title: (await getTranslations('access'))('reset.title'), referrer: 'no-referrer' as const }
}

export default async function ResetPage({ params }: PageProps<'/reset/[token]'>) {
  const { token } = await params
  const [t, link] = await Promise.all([getTranslations('access'), openLink(token, 'reset_password')])
  if (!link) return <LinkOver again />
  return (
    <Door title={t('reset.title')} hint={t('reset.hint', { email: link.user_email })}>
      <ResetForm token={token} email={link.user_email} />
    </Door>
  )
}
