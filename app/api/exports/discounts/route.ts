import { getTranslations } from 'next-intl/server'
import { discountColumns } from '@/app/(school)/fee-plans/discounts/discount-columns'
import { discountList } from '@/lib/domain/billing/discount'
import { listDiscounts } from '@/lib/domain/billing/discount.server'
import { exportRoute } from '../export-route'

export const GET = exportRoute({ needs: 'READ_FEE_PLANS', name: 'discounts', list: discountList, read: listDiscounts, columns: async (ctx) => discountColumns(await getTranslations('discounts'), await getTranslations('invoices'), { currency: ctx.organization.currency, locale: ctx.locale }) })
