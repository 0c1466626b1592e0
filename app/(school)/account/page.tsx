import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { getAccount } from '@/lib/domain/access/account.server'
import { requirePage } from '@/lib/platform/context.server'
import { isLocale, type Locale } from '@/lib/platform/i18n/locales'
import { AccountForm } from './account-form'

export async function generateMetadata() {
  return { title: (await getTranslations('account'))('title') }
}

export default async function AccountPage() {
  const ctx = await requirePage('SIGNED_IN')
  const account = await getAccount(ctx)
  const locale: Locale = isLocale(account.locale) ? account.locale : isLocale(ctx.locale) ? ctx.locale : 'en'
  return (
    <Card>
      <AccountForm row={{ ...account, locale }} role={ctx.role.name} />
    </Card>
  )
}
