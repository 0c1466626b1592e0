import { Download } from 'lucide-react'
import { getFormatter, getTranslations } from 'next-intl/server'
import { QuestionCard } from '@/components/dashboard/question-card'
import { buttonClass } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { getSafetyBoard } from '@/lib/domain/development/safety-board.server'
import { requirePage } from '@/lib/platform/context.server'
import { toDate } from '@/lib/platform/time'
import { boardAt } from './board-at'
import { BoardTable } from './board-table'
import { HardestCard } from './hardest-card'
import { WeekChoice } from './week-choice'

export async function generateMetadata() {
  return { title: (await getTranslations('safetyQuiz.boardOf'))('title') }
}

/** Who has passed a week's quiz and who has not, and which question fails most. */
export default async function SafetyBoardPage({ searchParams }: PageProps<'/safety-quiz/board'>) {
  const ctx = await requirePage('READ_QUIZ_RESULTS')
  const { at, week: asked, campusId } = boardAt(ctx, await searchParams)
  const [t, format, board] = await Promise.all([getTranslations('safetyQuiz.boardOf'), getFormatter(), getSafetyBoard(at, asked)])
  const { people, passed, failed, open, hardest, week } = board
  return (
    <Screen title={t('title')} description={[board.title, format.dateTime(toDate(week), { dateStyle: 'long', timeZone: 'UTC' }), at.campus?.name].filter(Boolean).join(' · ')} aside={<><a href={`/api/exports/safety-quiz?week=${week}${campusId ? `&campus=${campusId}` : ''}`} download className={buttonClass({})}><Download aria-hidden />{t('export')}</a><LinkButton href="/safety-quiz">{t('toQuiz')}</LinkButton></>} wide>
      <WeekChoice weeks={board.weeks} week={week} campusId={campusId} />
      {people.length > 0 && (
        <div className="grid gap-4 lg:grid-cols-[1fr_2fr]">
          <QuestionCard question={t('passed')} answer={t('share', { passed, all: people.length })} shares={[{ key: 'passed', count: passed, label: t('passed'), tone: 'ok' }, { key: 'failed', count: failed, label: t('failed'), tone: 'warn' }, { key: 'open', count: open, label: t('open'), tone: 'none' }]} />
          <HardestCard hardest={hardest} />
        </div>
      )}
      <BoardTable people={people} ofOneCampus={at.campus !== null} timeZone={at.timeZone} />
    </Screen>
  )
}
