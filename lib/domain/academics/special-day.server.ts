import 'server-only'
import type { z } from 'zod'
import type { Ctx } from '@/lib/platform/context'
import { Refusal } from '@/lib/platform/errors'
import { databaseCode } from '@/lib/platform/failure.server'
import { containing, countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { record } from '@/lib/platform/record.server'
import { fromDate, type PlainDate } from '@/lib/platform/time'
import { specialDay, type specialDayInput, type SpecialDayKind, type specialDayList } from './special-day'

type Row = Awaited<ReturnType<Ctx['db']['specialDay']['findMany']>>[number]

const verbs = record<z.output<typeof specialDayInput>, Row>(specialDay, (db) => db.specialDay, [])

/** A day is off or a day of school, for everybody or for a campus: the database says so. */
const contradicted = (error: unknown): never => {
  throw databaseCode(error) === '23P01' ? new Refusal('conflict', 'setup.specialDays.contradicts', { fields: { kind: { key: 'setup.specialDays.contradicts' } } }) : error
}
type Verb<Input> = (ctx: Ctx, input: Input) => Promise<{ id: string }>
const alone = <Input>(verb: Verb<Input>): Verb<Input> => (ctx, input) => verb(ctx, input).catch(contradicted)

export const specialDays = { ...verbs, create: alone(verbs.create), update: alone(verbs.update), restore: alone(verbs.restore) }

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
