import { getTranslations } from 'next-intl/server'
import { feePlanColumns } from '@/app/(school)/fee-plans/fee-plan-columns'
import { feePlanList } from '@/lib/domain/billing/fee-plan'
import { listFeePlans } from '@/lib/domain/billing/fee-plan.server'
import { exportRoute } from '../export-route'

export const GET = exportRoute({ needs: 'READ_FEE_PLANS', name: 'fee-plans', list: feePlanList, read: listFeePlans, columns: async (ctx) => feePlanColumns(await getTranslations('feePlans'), { currency: ctx.organization.currency, locale: ctx.locale }) })
