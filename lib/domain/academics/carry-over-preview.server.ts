import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { daysAfter, fromDate, toDate, type PlainDate } from '@/lib/platform/time'
import type { CarryInput, ClassLeft, StudentLeft } from './carry-over'
import { planCarryOver } from './carry-over-plan.server'

const shown = 100

export type CarryLine = { id: string; name: string; gradeName: string; left: ClassLeft | null; becomes: { name: string; gradeName: string } | null; students: number; repeaters: number; aside: { name: string; why: StudentLeft }[] }
export type CarryPreview = { yearName: string; total: number; fitting: number; students: number; lines: CarryLine[] }

/** What each of the classes becomes, and what is left as it is; those that are left first. */
export async function previewCarryOver(ctx: Ctx, ids: readonly string[], input: CarryInput): Promise<CarryPreview> {
  const { year, classes } = await planCarryOver(ctx.db, ids, input)
  const going = classes.filter(({ left }) => left === null)
  const lines = [...classes.filter(({ left }) => left !== null), ...going].slice(0, shown)
  return {
    yearName: year.name, total: classes.length, fitting: going.length,
    students: going.reduce((sum, { movers, repeaters }) => sum + movers.length + repeaters.length, 0),
    lines: lines.map(({ id, name, gradeName, left, becomes, movers, repeaters, aside }) => ({ id, name, gradeName, left, becomes: becomes && { name: becomes.name, gradeName: becomes.gradeName }, students: movers.length, repeaters: repeaters.length, aside })),
  }
}

/** Years into which classes of a year can be carried, the next one first; without a year, those after the current one. */
export async function listLaterYears({ db }: Ctx, yearId: string | undefined): Promise<{ value: string; label: string }[]> {
  const from = await db.academicYear.findFirst({ where: yearId ? { id: yearId } : { current: true }, select: { startDate: true } })
  if (!from) return []
  const years = await db.academicYear.findMany({ where: { startDate: { gt: from.startDate } }, orderBy: [{ startDate: 'asc' }, { id: 'asc' }], take: 20, select: { id: true, name: true } })
  return years.map(({ id, name }) => ({ value: id, label: name }))
}

const ahead = 60

export type YearTurn = { lastDay: PlainDate; isOver: boolean; deed: 'carry' | 'change' }

/** What comes next when the current year ends soon or is over: its classes are carried over, and then the next year becomes the current one. */
export async function findYearTurn({ db }: Ctx, today: PlainDate): Promise<YearTurn | null> {
  const year = await db.academicYear.findFirst({ where: { current: true, endDate: { lte: toDate(daysAfter(today, ahead)) } }, select: { endDate: true, startDate: true, classes: { take: 1, select: { id: true } } } })
  if (!year || year.classes.length === 0) return null
  const lastDay = fromDate(year.endDate)
  const isOver = lastDay < today
  const carried = await db.class.findFirst({ where: { academicYear: { startDate: { gt: year.startDate } } }, select: { id: true } })
  if (carried && !isOver) return null
  return { lastDay, isOver, deed: carried ? 'change' : 'carry' }
}
