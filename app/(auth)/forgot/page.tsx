import { getTranslations } from 'next-intl/server'
import { Door } from '../door'
import { ForgotForm } from './forgot-form'

export async function generateMetadata() {
  return { title: (await getTranslations('access'))('forgot.title') }
}

export default async function ForgotPage() {
  const t = await getTranslations('access')
  return (
    <Door title={t('forgot.title')} hint={t('forgot.hint')}>
      <ForgotForm />
    </Door>
  )
}
