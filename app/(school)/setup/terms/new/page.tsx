import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { requirePage } from '@/lib/platform/context.server'
import { yearChoices } from '../../year-choices.server'
import { StandsOn } from '../../stands-on'
import { TermForm } from '../term-form'

export async function generateMetadata() {
  return { title: (await getTranslations('setup'))('terms.new') }
}

export default async function NewTermPage() {
  const ctx = await requirePage('CREATE_ACADEMIC_YEARS')
  const [t, years] = await Promise.all([getTranslations('setup'), yearChoices(ctx)])
  return <Screen title={t('terms.new')}><StandsOn ctx={ctx} on={['academicYears']}><TermForm years={years} /></StandsOn></Screen>
}
