import { getFormatter, getTranslations } from 'next-intl/server'
import { QuestionCard } from '@/components/dashboard/question-card'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { fewestAnswers } from '@/lib/domain/development/safety-quiz'
import { getSafetyBoard } from '@/lib/domain/development/safety-board.server'
import { requirePage } from '@/lib/platform/context.server'
import { plainDate, toDate } from '@/lib/platform/time'
import { BoardTable } from './board-table'
import { WeekChoice } from './week-choice'

export async function generateMetadata() {
  return { title: (await getTranslations('safetyQuiz.boardOf'))('title') }
}

/** Who has passed a week's quiz and who has not, and which question fails most. */
export default async function SafetyBoardPage({ searchParams }: PageProps<'/safety-quiz/board'>) {
  const ctx = await requirePage('READ_QUIZ_RESULTS')
  const [t, format, board] = await Promise.all([getTranslations('safetyQuiz.boardOf'), getFormatter(), getSafetyBoard(ctx, plainDate.safeParse((await searchParams).week).data ?? null)])
  const { people, passed, failed, open, hardest, week } = board
  const day = format.dateTime(toDate(week), { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <Screen title={t('title')} description={[board.title, day, ctx.campus?.name].filter(Boolean).join(' · ')} aside={<LinkButton href="/safety-quiz">{t('toQuiz')}</LinkButton>} wide>
      <WeekChoice weeks={board.weeks} week={week} />
      <div className="grid gap-4 lg:grid-cols-[1fr_2fr]">
        <QuestionCard question={t('passed')} answer={t('share', { passed, all: people.length })} shares={[{ key: 'passed', count: passed, label: t('passed'), tone: 'ok' }, { key: 'failed', count: failed, label: t('failed'), tone: 'warn' }, { key: 'open', count: open, label: t('open'), tone: 'none' }]} />
        <Card title={t('hardest')}>
          {!hardest ? <p className="text-soft">{t('tooFew', { count: fewestAnswers })}</p> : hardest.length === 0 ? <p className="text-soft">{t('noneWrong')}</p> : (
            <ol className="flex list-decimal flex-col gap-2 ps-5">{hardest.map(({ text, wrong, people: of }) => <li key={text}>{text} <span className="text-soft">{t('hardestNote', { wrong, people: of })}</span></li>)}</ol>
          )}
        </Card>
      </div>
      <BoardTable people={people} ofOneCampus={ctx.campus !== null} timeZone={ctx.timeZone} />
    </Screen>
  )
}
