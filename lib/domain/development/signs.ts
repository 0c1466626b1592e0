import { z } from 'zod'

export const signType = 'sign'
export const ratings = ['again', 'almost', 'known'] as const
export type SignRating = (typeof ratings)[number]
export const rateInput = z.object({ key: z.string().min(1).max(60), rating: z.enum(ratings) })

/** Days until a sign comes again, by how often it was known. */
const days = [0, 1, 3, 7, 14, 30] as const
export const known = 3

/** A sign that is known moves on, one that nearly was stays, one that was not begins anew: without blame, it only comes sooner. */
export function nextBox(box: number, rating: SignRating): { box: number; days: number } {
  const next = rating === 'known' ? Math.min(box + 1, days.length - 1) : rating === 'almost' ? box : 0
  return { box: next, days: rating === 'again' ? 0 : Math.max(1, days[next] ?? 1) }
}
