import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { listOrganizations } from '@/lib/domain/access/support.server'
import { enterOrganizationAction, signOutAction } from '../actions'

export async function generateMetadata() {
  return { title: (await getTranslations('access'))('organizations') }
}

export default async function OrganizationsPage() {
  const organizations = await listOrganizations()
  if (!organizations) redirect('/')
  const [t, frame] = [await getTranslations('access'), await getTranslations('shell')]
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 p-4">
      <header>
        <h1 className="text-2xl font-semibold tracking-tight">{t('organizations')}</h1>
        <p className="mt-1 text-soft">{t('organizationsHint')}</p>
      </header>
      <form action={enterOrganizationAction}>
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
          {organizations.map(({ id, name }) => (
            <li key={id} className="flex items-center justify-between gap-3 px-4 py-2">
              <span className="font-medium">{name}</span>
              <Button type="submit" name="organizationId" value={id} aria-label={`${t('enter')}: ${name}`}>{t('enter')}</Button>
            </li>
          ))}
        </ul>
      </form>
      <form action={signOutAction}>
        <Button type="submit">{frame('signOut')}</Button>
      </form>
    </main>
  )
}
