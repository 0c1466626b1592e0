import 'server-only'
import type { z } from 'zod'
import type { Ctx } from '@/lib/platform/context'
import { containing, countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { record } from '@/lib/platform/record.server'
import { fromDate, type PlainDate } from '@/lib/platform/time'
import { specialDay, type specialDayInput, type SpecialDayKind, type specialDayList } from './special-day'

type Row = Awaited<ReturnType<Ctx['db']['specialDay']['findMany']>>[number]

export const specialDays = record<z.output<typeof specialDayInput>, Row>(specialDay, (db) => db.specialDay, [])

export type SpecialDayRow = { id: string; title: string; date: PlainDate; kind: SpecialDayKind; campusName: string | null; seen: string }

/** Days that are not as usual: those of everybody and those of campuses within reach, the latest first. */
export async function listSpecialDays({ db, campus }: Ctx, query: ListQuery<typeof specialDayList>): Promise<Paged<SpecialDayRow>> {
  const { search, filters } = query
  const campusId = filters.campus ?? campus?.id
  const matching = { ...(campusId ? { OR: [{ campusId: null }, { campusId }] } : {}), ...(filters.kind ? { kind: filters.kind } : {}), ...(search ? { title: containing(search) } : {}) }
  const page = await paged(query, {
    countCap,
    count: () => db.specialDay.count({ where: matching, take: countCap }),
    rows: (keyset) => db.specialDay.findMany({ where: { AND: [matching, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take, select: { id: true, title: true, date: true, kind: true, updatedAt: true, campus: { select: { name: true } } } }),
  })
  return { ...page, rows: page.rows.map(({ campus: of, date, updatedAt, ...row }) => ({ ...row, date: fromDate(date), campusName: of?.name ?? null, seen: updatedAt.toISOString() })) }
}
