import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { findPeople } from './search.sql.server'
import { searchWords } from './name'

export type Found = { id: string; label: string; hint: string }

/** The first people within reach whose names or numbers begin with each word; fewer than two letters find nobody. */
export async function searchPeople(ctx: Ctx, text: string): Promise<{ students: Found[]; staff: Found[] }> {
  const words = searchWords(text)
  if (words.join('').length < 2) return { students: [], staff: [] }
  const tables = [...(ctx.can('READ_STUDENTS') ? ['students' as const] : []), ...(ctx.can('READ_STAFF') ? ['staff' as const] : [])]
  const found = (await findPeople(ctx.db, { words, tables })).map(({ kind, number, firstName, lastName, jobTitle, campusName }) => ({
    kind,
    found: { id: number, label: `${firstName} ${lastName}`, hint: [kind === 'student' ? number : jobTitle, campusName].filter(Boolean).join(' · ') },
  }))
  const of = (wanted: 'student' | 'staff') => found.filter(({ kind }) => kind === wanted).map(({ found }) => found)
  return { students: of('student'), staff: of('staff') }
}
