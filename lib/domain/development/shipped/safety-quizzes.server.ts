import 'server-only'
import type { Payload } from '@/lib/domain/development/content-type'
import { careQuizzes } from './safety-quiz-care.server'
import { groundsQuizzes } from './safety-quiz-grounds.server'
import { houseQuizzes } from './safety-quiz-house.server'

/** Twelve weeks; then they come round again. Its answers stay on the server. */
export const safetyQuizzes: Payload<'safety_quizzes'> = { passMark: 80, quizzes: [...houseQuizzes, ...groundsQuizzes, ...careQuizzes] }
