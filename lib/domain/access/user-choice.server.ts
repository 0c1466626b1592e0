import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { nameOfUser } from './user.server'

/** The first accounts whose address holds what was typed, or whose names begin so. */
export async function findUserChoices({ db }: Ctx, text: string): Promise<{ id: string; label: string; hint: string }[]> {
  const words = text.trim().split(/\s+/).filter(Boolean).slice(0, 3)
  if (words.join('').length < 2) return []
  const mode = 'insensitive' as const
  const rows = await db.user.findMany({
    where: { AND: words.map((word) => ({ OR: [{ email: { contains: word, mode } }, { firstName: { startsWith: word, mode } }, { lastName: { startsWith: word, mode } }] })) },
    orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }, { id: 'asc' }], take: 4, select: { id: true, firstName: true, lastName: true, email: true },
  })
  return rows.map((row) => ({ id: row.id, label: nameOfUser(row), hint: row.email }))
}
