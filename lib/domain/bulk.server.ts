import 'server-only'
import { recountDays } from '@/lib/domain/attendance/recount.server'
import { carryClass } from '@/lib/domain/academics/public.server'
import { invoiceBulks } from '@/lib/domain/billing/public.server'
import { guardianBulks } from '@/lib/domain/people/guardian.server'
import { bulkWork, carryOn, findAct, type Bulk } from '@/lib/platform/bulk.server'
import { defineJob } from '@/lib/platform/jobs.server'

/** Every deed that can be done to many records. */
const bulks = new Map<string, Bulk>([...Object.values(guardianBulks), ...Object.values(invoiceBulks), carryClass, recountDays].map((bulk) => [bulk.deed, bulk as Bulk]))
export const bulkOf = (deed: string) => bulks.get(deed)

export const bulkJob = defineJob({
  ...bulkWork,
  async run(ctx, { id }) {
    const act = await findAct(ctx, id)
    const bulk = bulkOf(act.deed)
    if (!bulk) throw new Error(`Nobody knows the deed ${act.deed}.`)
    await carryOn(ctx, bulk, act)
  },
})
