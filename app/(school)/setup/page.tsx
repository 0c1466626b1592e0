import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { getSetup } from '@/lib/domain/academics/setup.server'
import { requirePage } from '@/lib/platform/context.server'
import { CurrentYearCard } from './current-year-card'
import { StepList } from './step-list'
import { stepsOf } from './steps'

export async function generateMetadata() {
  return { title: (await getTranslations('setup'))('guide.title') }
}

/** What an organization must have before its first school day, what is still missing, and the way to each. */
export default async function SetupPage() {
  const ctx = await requirePage('CREATE_ACADEMIC_YEARS')
  const [t, { counts, years }] = await Promise.all([getTranslations('setup'), getSetup(ctx)])
  const steps = stepsOf(ctx.can, counts)
  const missing = steps.filter(({ count, isOptional }) => count === 0 && !isOptional).length
  return (
    <Screen title={t('guide.title')} description={missing === 0 ? t('guide.complete') : t('guide.missing', { count: missing })} aside={ctx.can('UPDATE_ORGANIZATIONS') && <LinkButton href="/setup/organization">{t('organization.title')}</LinkButton>}>
      <CurrentYearCard years={years} mayChange={ctx.can('UPDATE_ACADEMIC_YEARS') && ctx.role.reach === 'organization'} />
      <StepList steps={steps} locale={ctx.locale} />
    </Screen>
  )
}
