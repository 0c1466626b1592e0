import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { offeredProviders } from '@/lib/domain/access/auth.server'
import { getCtx } from '@/lib/platform/context.server'
import { pathWithin } from '@/lib/platform/path-within'
import { signInAction } from '../actions'
import { SignInForm } from './sign-in-form'

export async function generateMetadata() {
  return { title: (await getTranslations('access'))('signIn') }
}

const refusals = ['wrong', 'waitAMoment', 'unavailable'] as const
/** What an address says of a sign-in that was refused; a provider's refusals have names of their own. */
const refusalOf = (error: unknown) => (error === undefined ? null : (refusals.find((known) => known === error) ?? 'provider'))

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next, error } = await searchParams
  const to = pathWithin(next)
  if (await getCtx()) redirect(to)
  const t = await getTranslations('access')
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <div className="door flex w-full max-w-sm flex-col gap-6 md:rounded-lg md:border md:border-line md:bg-raised md:p-8">
        <header className="flex items-center gap-3">
          <img src="/icon.svg" alt="" className="size-11" />
          <div>
            <p className="text-soft">{t('product')}</p>
            <h1 className="text-xl font-semibold tracking-tight">{t('signIn')}</h1>
          </div>
        </header>
        <SignInForm to={to} providers={offeredProviders()} refusal={refusalOf(error)} enter={signInAction} />
      </div>
    </main>
  )
}
