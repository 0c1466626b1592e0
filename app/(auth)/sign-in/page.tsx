import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { offeredProviders } from '@/lib/domain/access/auth.server'
import { findProof } from '@/lib/domain/access/provider-proof.server'
import { getCtx } from '@/lib/platform/context.server'
import { pathWithin } from '@/lib/platform/path-within'
import { signInAction } from '../actions'
import { Door } from '../door'
import { ProviderCodeForm } from './provider-code-form'
import { SignInForm } from './sign-in-form'
import { SignedInAs } from './signed-in-as'

export async function generateMetadata() {
  return { title: (await getTranslations('access'))('signIn') }
}

const refusals = ['wrong', 'waitAMoment', 'unavailable', 'code', 'codeWrong', 'suspended'] as const
/** What an address says of a sign-in that was refused; a provider's refusals have names of their own. */
const refusalOf = (error: unknown) => (error === undefined ? null : (refusals.find((known) => known === error) ?? 'provider'))

/** What led here: a password that was just chosen. */
const doneOf = (done: unknown) => (['reset', 'accept'] as const).find((known) => known === done) ?? null

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next, error, done, other } = await searchParams
  const to = pathWithin(next)
  const ctx = await getCtx()
  const chosen = doneOf(done)
  if (ctx && !chosen) redirect(to)
  const t = await getTranslations('access')
  if (ctx && chosen) return <Door title={t('signIn')}><SignedInAs name={ctx.user.name} done={chosen} /></Door>
  const proof = other === undefined ? await findProof() : null
  if (proof) return <Door title={t('signIn')} hint={t('codeFor', { email: proof.email })}><ProviderCodeForm to={to} /></Door>
  return (
    <Door title={t('signIn')}>
      <SignInForm to={to} providers={offeredProviders()} refusal={refusalOf(error)} done={chosen} enter={signInAction} />
    </Door>
  )
}
