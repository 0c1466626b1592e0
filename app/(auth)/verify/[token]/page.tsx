import { getTranslations } from 'next-intl/server'
import { openLink } from '@/lib/domain/access/credential.server'
import { Door } from '../../door'
import { LinkOver } from '../../link-over'
import { VerifyForm } from './verify-form'

export async function generateMetadata() {
  return { title: (await getTranslations('access'))('verify.title'), referrer: 'no-referrer' as const }
}

export default async function VerifyPage({ params }: PageProps<'/verify/[token]'>) {
  const { token } = await params
  const [t, link] = await Promise.all([getTranslations('access'), openLink(token, 'verify_email')])
  if (!link?.pending_email) return <LinkOver again={false} />
  return (
    <Door title={t('verify.title')} hint={t('verify.hint', { before: link.user_email, after: link.pending_email })}>
      <VerifyForm token={token} />
    </Door>
  )
}
