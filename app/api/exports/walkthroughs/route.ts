import { getFormatter, getTranslations } from 'next-intl/server'
import { walkthroughColumns } from '@/app/(school)/walkthroughs/walkthrough-columns'
import { walkthroughList } from '@/lib/domain/development/walkthrough'
import { listWalkthroughs } from '@/lib/domain/development/walkthrough-reading.server'
import { toDate } from '@/lib/platform/time'
import { exportRoute } from '../export-route'

export const GET = exportRoute({
  needs: 'READ_WALKTHROUGHS', name: 'walkthroughs', list: walkthroughList, read: listWalkthroughs,
  columns: async (ctx) => {
    const [t, format] = await Promise.all([getTranslations('walkthroughs'), getFormatter()])
    const shown = { day: ({ date, time }: { date: string; time: string }) => `${format.dateTime(toDate(date), { dateStyle: 'medium', timeZone: 'UTC' })}, ${time}`, number: (value: number) => format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 }) }
    return walkthroughColumns(t, shown, ctx.role.reach === 'class', ctx.campus !== null)
  },
})
