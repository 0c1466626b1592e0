import 'server-only'
import type { z } from 'zod'
import { photosOf } from '@/lib/domain/files/public.server'
import type { Ctx } from '@/lib/platform/context'
import { containing, countCap, paged, type ListQuery } from '@/lib/platform/list'
import type { Paged } from '@/lib/platform/list-view'
import { record } from '@/lib/platform/record.server'
import type { CampusColors } from '@/lib/platform/theme'
import { campus, type campusInput, type campusList } from './campus'
import { campusFiles } from './people-files.server'

type Row = Awaited<ReturnType<Ctx['db']['campus']['findMany']>>[number]
export const campuses = record<z.output<typeof campusInput>, Row>(campus, (db) => db.campus, ['students', 'staff', 'classes'])

export type CampusRow = { id: string; seen: string; name: string; code: string; mascot: string | null; isOnline: boolean; active: boolean; address: string | null; phone: string | null; timeZone: string; colors: CampusColors; logo: string | null }

/** Campuses within reach, the inactive ones too. */
export async function listCampuses(ctx: Ctx, query: ListQuery<typeof campusList>): Promise<Paged<CampusRow>> {
  const { db } = ctx
  const { search, filters: { state } } = query
  const matching = {
    ...(state ? { active: state === 'active' } : {}),
    ...(search ? { OR: [{ name: containing(search) }, { code: containing(search) }] } : {}),
  }
  const page = await paged(query, {
    countCap,
    count: () => db.campus.count({ where: matching, take: countCap }),
    rows: (keyset) => db.campus.findMany({ where: { AND: [matching, keyset.where] }, orderBy: keyset.orderBy, take: keyset.take }),
  })
  const logos = await photosOf(ctx, campusFiles, page.rows.map(({ id }) => id))
  return {
    ...page,
    rows: page.rows.map(({ id, updatedAt, name, code, mascot, isOnline, active, address, phone, timeZone, color, bgGradient, borderColor, textColor, bgLight }) => ({
      id, seen: updatedAt.toISOString(), name, code, mascot, isOnline, active, address, phone, timeZone, colors: { color, bgGradient, borderColor, textColor, bgLight }, logo: logos.get(id) ?? null,
    })),
  }
}
