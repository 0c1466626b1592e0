import { z } from 'zod'
import { plainDate, toDate, type PlainDate } from '@/lib/platform/time'

export const quizAnswerInput = z.strictObject({ weekOf: plainDate, quizKey: z.string().min(1).max(60), attempt: z.int().min(1).max(99), question: z.int().min(0).max(20), choice: z.int().min(0).max(10) })
export type QuizAnswerInput = z.output<typeof quizAnswerInput>

/** A question as it is asked: nothing in it says which option is right. */
export type AskedQuestion = { number: number; text: string; options: string[] }
/** What is said after an answer was given. */
export type JudgedAnswer = { number: number; text: string; options: string[]; choice: number; isRight: boolean; right: number; explanation: string }
export type QuizResult = { id: string; score: number; total: number; passed: boolean; attempt: number }
export type QuizState = { weekOf: string; quizKey: string; title: string; about: string; total: number; passMark: number; attempt: number; answered: JudgedAnswer[]; next: AskedQuestion | null; result: QuizResult | null }
export type QuizStep = { judged: JudgedAnswer; next: AskedQuestion | null; result: QuizResult | null }

/** The quiz of a week: they come round in the catalogue's order, the same for everybody. */
export const quizAt = <Quiz>(quizzes: readonly Quiz[], week: PlainDate): Quiz => quizzes[Math.round((toDate(week).getTime() - toDate('1970-01-05').getTime()) / (7 * 86_400_000)) % quizzes.length]!

/** Fewer people than this and nobody is told which question was hard: it would point at somebody. */
export const fewestAnswers = 5
