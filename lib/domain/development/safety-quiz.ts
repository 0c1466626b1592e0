import { z } from 'zod'
import { plainDate } from '@/lib/platform/time'

export const quizAnswerInput = z.strictObject({ weekOf: plainDate, quizKey: z.string().min(1).max(60), attempt: z.int().min(1).max(99), question: z.int().min(0).max(20), choice: z.int().min(0).max(10) })
export type QuizAnswerInput = z.output<typeof quizAnswerInput>

/** A question as it is asked: nothing in it says which option is right. */
export type AskedQuestion = { number: number; text: string; options: string[] }
/** What is said after an answer was given. */
export type JudgedAnswer = { number: number; text: string; options: string[]; choice: number; isRight: boolean; right: number; explanation: string }
export type QuizResult = { id: string; score: number; total: number; passed: boolean; attempt: number }
export type QuizState = { weekOf: string; quizKey: string; title: string; about: string; total: number; passMark: number; attempt: number; answered: JudgedAnswer[]; next: AskedQuestion | null; result: QuizResult | null }
export type QuizStep = { judged: JudgedAnswer; next: AskedQuestion | null; result: QuizResult | null }

/** Fewer people than this and nobody is told which question was hard: it would point at somebody. */
export const fewestAnswers = 5
