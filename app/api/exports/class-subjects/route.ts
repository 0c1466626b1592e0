import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { taughtColumns } from '@/app/(school)/classes/[id]/subjects/taught-columns'
import { getClass } from '@/lib/domain/academics/class-record.server'
import { listClassSubjects } from '@/lib/domain/academics/class-subject.server'
import { defineRoute } from '@/lib/platform/route.server'
import { exportResponse, wholeList } from '../export-route'

/** What one class is taught, and by whom. */
export const GET = defineRoute({
  needs: 'READ_CLASSES', input: z.object({ class: z.uuid() }),
  run: async (ctx, { input }) => {
    const { id, name } = await getClass(ctx, input.class)
    const rows = await listClassSubjects(ctx, id)
    return exportResponse(ctx, input, { needs: 'READ_CLASSES', name: 'class-subjects', ...wholeList(rows.map((row) => ({ ...row, className: name }))), columns: async () => taughtColumns(await getTranslations('classes')) })
  },
})
