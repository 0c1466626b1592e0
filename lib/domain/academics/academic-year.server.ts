import 'server-only'
import type { z } from 'zod'
import type { Seen } from '@/lib/platform/catalog'
import type { Ctx } from '@/lib/platform/context'
import type { ToMany } from '@/lib/platform/db/to-many'
import { hold } from '@/lib/platform/db/sql.server'
import { Refusal } from '@/lib/platform/errors'
import { plain } from '@/lib/platform/plain.server'
import { fromDate, toDate } from '@/lib/platform/time'
import { academicYear, type academicYearInput } from './academic-year'
import { makeYearCurrent } from './setup.server'

const heldBy: readonly ToMany<'AcademicYear'>[] = ['classes', 'timetables', 'feePlans']

const verbs = plain(academicYear, (db) => db.academicYear, heldBy)

/** The first year is the current one: without one, lists would show nothing of what is entered next. Of two at once one is. */
async function create(ctx: Ctx, input: z.output<typeof academicYearInput>) {
  const made = await verbs.create(ctx, input)
  if (!(await ctx.db.academicYear.findFirst({ where: { current: true }, select: { id: true } }))) {
    await makeYearCurrent(ctx, made).catch((error: unknown) => {
      if (!isTaken(error)) throw error
    })
  }
  return made
}
const isTaken = (error: unknown) => typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002'

/** A year goes on holding its terms: none of them is left outside. */
const update = (ctx: Ctx, input: z.output<typeof academicYearInput> & Seen) => ctx.db.$transaction(async (tx) => {
  await hold(tx, 'academic_years', [input.id])
  const outside = await tx.term.findFirst({ where: { academicYearId: input.id, OR: [{ startDate: { lt: toDate(input.startDate) } }, { endDate: { gt: toDate(input.endDate) } }] }, orderBy: { startDate: 'asc' }, select: { name: true, startDate: true, endDate: true } })
  if (outside) throw new Refusal('conflict', 'setup.refusals.termOutside', { params: { term: outside.name, first: fromDate(outside.startDate), last: fromDate(outside.endDate) } })
  return verbs.update({ ...ctx, db: tx }, input)
})

export const academicYears = { ...verbs, create, update }
