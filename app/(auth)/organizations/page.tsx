import { getFormatter, getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { listOrganizations } from '@/lib/domain/access/support.server'
import { signOutAction } from '../actions'
import { NewOrganization } from './new-organization'
import { OrganizationList } from './organization-list'
import { SupportFactor } from './support-factor'

export async function generateMetadata() {
  return { title: (await getTranslations('access'))('organizations') }
}

export default async function OrganizationsPage() {
  const organizations = await listOrganizations()
  if (!organizations) redirect('/')
  const [t, frame, format] = await Promise.all([getTranslations('access'), getTranslations('shell'), getFormatter()])
  const rows = organizations === 'factor' ? null : organizations.map(({ visit, founder, ...row }) => ({
    ...row, founder: founder && { ...founder, since: format.dateTime(new Date(founder.since), { dateStyle: 'medium' }) }, visit: visit && { state: visit.state, until: visit.until && format.dateTime(new Date(visit.until), { dateStyle: 'medium', timeStyle: 'short' }) },
  }))
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-3xl flex-col gap-6 p-4 md:py-12">
      <header className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="text-2xl font-semibold tracking-tight">{t('organizations')}</h1>
          <p className="mt-1 max-w-prose text-soft">{t('organizationsHint')}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <form action={signOutAction}><Button type="submit">{frame('signOut')}</Button></form>
          {rows && <NewOrganization />}
        </div>
      </header>
      {rows ? <OrganizationList rows={rows} /> : <SupportFactor />}
    </main>
  )
}
