import { atCampus, type Ctx } from '@/lib/platform/context'
import { plainDate } from '@/lib/platform/time'

/** Which campus and week the address asks for; what is not within reach is left out. */
export function boardAt(ctx: Ctx, asked: { week?: unknown; campus?: unknown }) {
  const at = typeof asked.campus === 'string' ? atCampus(ctx, asked.campus) : null
  return { at: at ?? ctx, week: plainDate.safeParse(asked.week).data ?? null, campusId: at?.campus && at.campus.id !== ctx.campus?.id ? at.campus.id : null }
}
