import 'server-only'
import { z } from 'zod'
import { todayIn } from '@/lib/platform/clock.server'
import type { Ctx } from '@/lib/platform/context'
import { toDate, type PlainDate } from '@/lib/platform/time'
import { inLanguage } from './content-type'
import { fewestAnswers } from './safety-quiz'
import { quizOf } from './safety-quiz.server'
import { weekOf, weeksUntil } from './week'

export type BoardPerson = { userId: string; name: string; campusName: string; state: 'passed' | 'failed' | 'open'; score: number | null; total: number | null; attempts: number; completedAt: Date | null }
export type HardQuestion = { text: string; wrong: number; people: number }
export type SafetyBoard = { week: PlainDate; weeks: PlainDate[]; title: string; people: BoardPerson[]; passed: number; failed: number; open: number; /** Null while too few have taken it. */ hardest: HardQuestion[] | null }

const marked = z.array(z.object({ question: z.number(), isRight: z.boolean() }))
export const boardWeeks = 12

type Counted = { campusId: string | null; completedAt: Date }

/**
 * Those who count for the questions: of each campus the first five, ten, fifteen. So what is told before and after somebody's
 * turn, or with and without a campus, never differs by fewer people than are needed to tell anything.
 */
export function inGroups<Row extends Counted>(rows: readonly Row[]): Row[] {
  const campuses = [...new Set(rows.map(({ campusId }) => campusId))].map((campus) => rows.filter(({ campusId }) => campusId === campus))
  return campuses.flatMap((own) => own.toSorted((a, b) => a.completedAt.getTime() - b.completedAt.getTime()).slice(0, own.length - (own.length % fewestAnswers)))
}

/** Who has taken a week's quiz and who has not, and which of its questions fails most, by first attempts. */
export async function getSafetyBoard(ctx: Ctx, asked: PlainDate | null): Promise<SafetyBoard> {
  const { db, campus, campuses, locale } = ctx
  const weeks = weeksUntil(todayIn(ctx.timeZone), boardWeeks).reverse()
  const week = asked && weeks.includes(weekOf(asked)) ? weekOf(asked) : weeks[0]!
  const here = { in: (campus ? [campus] : campuses).map(({ id }) => id) }
  const [{ quiz }, staff, results] = await Promise.all([
    quizOf(ctx, week),
    db.staff.findMany({ where: { campusId: here, status: 'active', userId: { not: null } }, orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }, { id: 'asc' }], select: { userId: true, firstName: true, lastName: true, campus: { select: { name: true } } } }),
    db.safetyQuizResult.findMany({ where: { campusId: here, weekOf: toDate(week) }, orderBy: [{ attempt: 'asc' }, { id: 'asc' }], select: { userId: true, campusId: true, quizId: true, score: true, totalQuestions: true, passed: true, attempt: true, completedAt: true, answers: true } }),
  ])
  const people = staff.map(({ userId, firstName, lastName, campus: place }): BoardPerson => {
    const own = results.filter((result) => result.userId === userId)
    const best = own.find(({ passed }) => passed) ?? own.at(-1)
    return { userId: userId!, name: `${firstName} ${lastName}`, campusName: place.name, state: !best ? 'open' : best.passed ? 'passed' : 'failed', score: best?.score ?? null, total: best?.totalQuestions ?? null, attempts: own.length, completedAt: best?.completedAt ?? null }
  })
  const firsts = inGroups(results.filter(({ attempt, quizId }) => attempt === 1 && quizId === quiz.key)).map(({ answers }) => marked.safeParse(answers).data ?? [])
  const hardest = quiz.questions.map(({ text }, number): HardQuestion => {
    const given = firsts.flatMap((answers) => answers.filter(({ question }) => question === number))
    return { text: inLanguage(text, locale), wrong: given.filter(({ isRight }) => !isRight).length, people: given.length }
  })
  const count = (state: BoardPerson['state']) => people.filter((one) => one.state === state).length
  const order = { open: 0, failed: 1, passed: 2 }
  return {
    week, weeks, title: inLanguage(quiz.title, locale), people: people.toSorted((a, b) => order[a.state] - order[b.state]), passed: count('passed'), failed: count('failed'), open: count('open'),
    hardest: firsts.length < fewestAnswers ? null : hardest.filter(({ wrong }) => wrong > 0).sort((a, b) => b.wrong / b.people - a.wrong / a.people).slice(0, 3),
  }
}
