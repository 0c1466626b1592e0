import { useFormatter, useTranslations } from 'next-intl'
import { QuestionCard, type Comparison } from '@/components/dashboard/question-card'
import { fewestPeople } from '@/lib/domain/development/check-in'
import type { CampusDevelopment, Share } from '@/lib/domain/development/campus-development.server'
import { toDate } from '@/lib/platform/time'

const partOf = ({ done, of }: Share) => (of === 0 ? null : done / of)
const mean = (shares: readonly Share[]) => partOf({ done: shares.reduce((sum, { done }) => sum + done, 0), of: shares.reduce((sum, { of }) => sum + of, 0) })

/** Against the weeks before: what moved by less than two in a hundred has not moved. */
function useComparison() {
  const t = useTranslations('development')
  const format = useFormatter()
  return (now: number | null, usual: number | null): Comparison | null => {
    if (now === null || usual === null) return null
    const points = Math.round((now - usual) * 100)
    if (Math.abs(points) < 2) return { tone: 'quiet', text: t('asUsual') }
    return { tone: points > 0 ? 'ok' : 'warn', text: t(points > 0 ? 'more' : 'fewer', { points: format.number(Math.abs(points)) }) }
  }
}

type ModuleCardsProps = { development: CampusDevelopment; campusId: string }

/** A question a module, its answer, and the way to the rows behind it. What is somebody's own has no rows to lead to. */
export function ModuleCards({ development: { weeks, visits, learners }, campusId }: ModuleCardsProps) {
  const t = useTranslations('development')
  const format = useFormatter()
  const compare = useComparison()
  const percent = (part: number | null) => (part === null ? '–' : format.number(part, { style: 'percent', maximumFractionDigits: 0 }))
  const day = (date: string) => format.dateTime(toDate(date), { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const notes = weeks.flatMap(({ week, note }) => (note ? [{ week, ...note }] : []))
  const [last, before] = [notes.at(-1), notes.slice(0, -1)]
  const { week, quiz } = weeks.at(-1)!
  return (
    <>
      <QuestionCard
        span={4} question={t('note.question')} answer={last ? percent(partOf(last)) : '–'} comparison={last && compare(partOf(last), mean(before))}
        note={last ? t('note.text', { read: last.done, all: last.of, week: day(last.week) }) : t('note.none')} link={last ? { href: `/frame/${last.id}`, label: t('note.link') } : { href: `/frame?campus=${campusId}`, label: t('note.all') }}
      />
      <QuestionCard
        span={4} question={t('quiz.question')} answer={t('of', { done: quiz.done, of: quiz.of })} note={t('quiz.text', { missing: quiz.of - quiz.done, usual: percent(mean(weeks.slice(0, -1).map((one) => one.quiz))) })}
        shares={[{ key: 'passed', count: quiz.done, label: t('quiz.passed'), tone: 'ok' }, { key: 'open', count: quiz.of - quiz.done, label: t('quiz.open'), tone: 'none' }]}
        link={{ href: `/safety-quiz/board?week=${week}&campus=${campusId}`, label: t('quiz.link') }}
      />
      {visits && (
        <>
          <QuestionCard
            span={4} question={t('visits.question')} answer={t('of', { done: visits.teachers - visits.unvisited, of: visits.teachers })} note={t('visits.text', { count: visits.unvisited })}
            shares={[{ key: 'visited', count: visits.teachers - visits.unvisited, label: t('visits.visited'), tone: 'ok' }, { key: 'open', count: visits.unvisited, label: t('visits.open'), tone: 'none' }]}
            link={{ href: `/walkthroughs/overview?campus=${campusId}`, label: t('visits.link') }}
          />
          <QuestionCard
            span={4} question={t('feedback.question')} answer={percent(partOf({ done: visits.timely, of: visits.total }))} note={t('feedback.text', { visits: visits.total, answered: percent(partOf({ done: visits.answered, of: visits.total })) })}
            link={{ href: `/walkthroughs?campus=${campusId}`, label: t('feedback.link') }}
          />
        </>
      )}
      {learners && (['signs', 'personality'] as const).map((module) => (
        <QuestionCard
          key={module} span={4} question={t(`${module}.question`)} answer={learners[module] === null ? '–' : t('atLeast', { count: learners[module] })} note={t(learners[module] === null ? 'tooFew' : 'inSteps', { count: fewestPeople })}
          link={module === 'personality' && { href: '/personality-quiz/team', label: t('personality.link') }}
        />
      ))}
    </>
  )
}
