import { getTranslations } from 'next-intl/server'
import { Screen } from '@/components/ui/screen'
import { requirePage } from '@/lib/platform/context.server'
import { DiscountForm } from '../discount-form'

export async function generateMetadata() {
  return { title: (await getTranslations('discounts'))('new') }
}

export default async function NewDiscountPage() {
  await requirePage('CREATE_FEE_PLANS')
  return <Screen title={(await getTranslations('discounts'))('new')}><DiscountForm /></Screen>
}
