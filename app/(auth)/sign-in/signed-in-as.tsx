import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { signOutAction } from '../actions'

/** A password was chosen in a browser in which somebody is signed in: whoever chose it goes in as themselves, or stays who they are. */
export function SignedInAs({ name, done }: { name: string; done: 'reset' | 'accept' }) {
  const t = useTranslations('access')
  return (
    <div className="flex flex-col gap-6">
      <Notice tone="ok" title={t(`${done}.done`)} />
      <p className="text-pretty">{t('signedInAs', { name })}</p>
      <div className="flex flex-wrap gap-2">
        <form action={signOutAction}><Button type="submit" variant="primary">{t('signInNew')}</Button></form>
        <LinkButton href="/">{t('stay')}</LinkButton>
      </div>
    </div>
  )
}
