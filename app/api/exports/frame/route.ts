import { getFormatter, getTranslations } from 'next-intl/server'
import { frameColumns } from '@/app/(school)/frame/frame-columns'
import { frameList } from '@/lib/domain/development/frame'
import { listFrames } from '@/lib/domain/development/frame.server'
import { toDate } from '@/lib/platform/time'
import { exportRoute } from '../export-route'

export const GET = exportRoute({
  needs: 'READ_FRAME_ENTRIES', name: 'frame', list: frameList, read: listFrames,
  columns: async (ctx) => {
    const [t, format] = await Promise.all([getTranslations('frame'), getFormatter()])
    return frameColumns(t, (date) => format.dateTime(toDate(date), { dateStyle: 'long', timeZone: 'UTC' }), ctx.can('CREATE_FRAME_ENTRIES'), ctx.campus !== null)
  },
})
