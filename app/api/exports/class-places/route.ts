import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { placeColumns } from '@/app/(school)/classes/[id]/place-columns'
import { getClass } from '@/lib/domain/academics/class-record.server'
import { listClassStudents } from '@/lib/domain/academics/enrollment.server'
import { defineRoute } from '@/lib/platform/route.server'
import { exportResponse, wholeList } from '../export-route'

/** The places of one class, of those who wait and of those who left as well, as its page shows them. */
export const GET = defineRoute({
  needs: 'READ_ENROLLMENTS', input: z.object({ class: z.uuid() }),
  run: async (ctx, { input }) => {
    const { id, name, today } = await getClass(ctx, input.class)
    const { here, waiting, gone } = await listClassStudents(ctx, id, today)
    return exportResponse(ctx, input, { needs: 'READ_ENROLLMENTS', name: 'class-places', ...wholeList([...here, ...waiting, ...gone].map((place) => ({ ...place, className: name }))), columns: async () => placeColumns(await getTranslations('classes')) })
  },
})
