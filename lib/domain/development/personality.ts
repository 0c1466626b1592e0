import { z } from 'zod'
import { traitKeys, type Payload, type TraitKey } from './content-type'

export const personalityInput = z.object({ answers: z.record(z.string().max(60), z.int().min(1).max(5)) })
export type Scores = Record<TraitKey, number>
/** From fewer people than this no composition of a team is told. */
export const fewestMembers = 5

/** From 0 to 100 on each trait: the mean of its statements, the reversed ones turned round. */
export function scoresOf({ statements }: Pick<Payload<'personality_quiz'>, 'statements'>, answers: Readonly<Record<string, number>>): Scores {
  const of = (trait: TraitKey) => {
    const own = statements.filter((one) => one.trait === trait).map(({ key, reversed }) => (reversed ? 6 - answers[key]! : answers[key]!))
    return own.length === 0 ? 50 : Math.round((own.reduce((sum, one) => sum + one - 1, 0) / (own.length * 4)) * 100)
  }
  return Object.fromEntries(traitKeys.map((key) => [key, of(key)])) as Scores
}

export type Band = 'low' | 'middle' | 'high'
export const bandOf = (score: number): Band => (score < 40 ? 'low' : score > 60 ? 'high' : 'middle')
/** The trait that stands out most. */
export const strongestOf = (scores: Scores): TraitKey => traitKeys.reduce((best, key) => (Math.abs(scores[key] - 50) > Math.abs(scores[best] - 50) ? key : best))
