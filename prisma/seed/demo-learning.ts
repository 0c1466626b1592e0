import { traitKeys } from '@/lib/domain/development/content-type'
import { scoresOf, strongestOf } from '@/lib/domain/development/personality'
import { personalityQuiz } from '@/lib/domain/development/shipped/personality-quiz'
import { signLessons } from '@/lib/domain/development/shipped/sign-lessons'
import { signType } from '@/lib/domain/development/signs'
import { daysAfter } from '@/lib/platform/time'
import { demoZone, today } from './school-year'

type Learner = { userId: string; campusId: string }
type Luck = () => number

const daysBefore = (days: number) => daysAfter(today, -days)

/** Somebody's way through the signs: the first lessons are known, the last one is fresh, and some signs are due. */
export function signsOf({ userId, campusId }: Learner, organizationId: string, luck: Luck) {
  const lessons = 2 + Math.floor(luck() * (signLessons.lessons.length - 1))
  const begun = 20 + Math.floor(luck() * 150)
  return signLessons.lessons.slice(0, lessons).flatMap(({ signs }, lesson) => signs.map(({ key }) => {
    const box = Math.max(0, Math.min(5, lessons - lesson - 1 + Math.round(luck() * 2)))
    const day = daysBefore(Math.max(1, begun - lesson * 12))
    return {
      progress_type: signType, item_id: key, value: box > 1 ? 'known' : 'almost', score: box, metadata: { due: daysAfter(today, Math.round((luck() - 0.35) * (4 + box * 4))), begun: day },
      createdAt: `${day} 13:05 ${demoZone}`, userId, campusId, createdById: userId, updatedById: userId, organizationId,
    }
  }))
}

/** Answers that lean one way on each trait, as people's do, and what follows from them. */
export function personalityOf({ userId, campusId }: Learner, organizationId: string, luck: Luck, shares: boolean) {
  const lean = Object.fromEntries(traitKeys.map((key) => [key, 1.8 + luck() * 2.6]))
  const answers = Object.fromEntries(personalityQuiz.statements.map(({ key, trait, reversed }) => {
    const given = Math.max(1, Math.min(5, Math.round(lean[trait]! + (luck() - 0.5) * 2)))
    return [key, reversed ? 6 - given : given]
  }))
  const scores = scoresOf(personalityQuiz, answers)
  const day = daysBefore(8 + Math.floor(luck() * 160))
  return {
    personality_type: strongestOf(scores), quiz_answers: { answers, scores }, completed_at: `${day} 16:20 ${demoZone}`, shared_at: shares ? `${day} 16:30 ${demoZone}` : null,
    userId, campusId, createdById: userId, updatedById: userId, organizationId,
  }
}
