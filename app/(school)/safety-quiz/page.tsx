import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { getQuizState } from '@/lib/domain/development/safety-quiz.server'
import { requirePage } from '@/lib/platform/context.server'
import { QuizRoom } from './quiz-room'
import './quiz.css'

export async function generateMetadata() {
  return { title: (await getTranslations('safetyQuiz'))('title') }
}

/** This week's quiz, one question at a time. */
export default async function SafetyQuizPage({ searchParams }: PageProps<'/safety-quiz'>) {
  const ctx = await requirePage('TAKE_QUIZZES')
  const { again } = await searchParams
  const [t, state] = await Promise.all([getTranslations('safetyQuiz'), getQuizState(ctx, { again: again === '1' })])
  const aside = ctx.can('READ_QUIZ_RESULTS') && <LinkButton href="/safety-quiz/board">{t('board')}</LinkButton>
  return (
    <Screen title={t('thisWeek', { title: state.title })} description={state.about} aside={aside}>
      <QuizRoom key={`${state.quizKey} ${state.total} ${state.attempt} ${state.result?.id ?? ''}`} state={state} />
    </Screen>
  )
}
