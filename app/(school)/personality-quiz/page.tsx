import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { getContent } from '@/lib/domain/development/content.server'
import { inLanguage } from '@/lib/domain/development/content-type'
import { findOwnResult } from '@/lib/domain/development/personality.server'
import { requirePage } from '@/lib/platform/context.server'
import { StatementLoader } from './statement-loader'
import { ResultView } from './result-view'
import '../safety-quiz/quiz.css'

export async function generateMetadata() {
  return { title: (await getTranslations('personality'))('title') }
}

/** One's own result, or the way to it. */
export default async function PersonalityQuizPage({ searchParams }: PageProps<'/personality-quiz'>) {
  const ctx = await requirePage('TAKE_QUIZZES')
  const [t, { payload }, result, { again }] = await Promise.all([getTranslations('personality'), getContent(ctx, 'personality_quiz'), findOwnResult(ctx), searchParams])
  const say = (words: { en: string; es: string }) => inLanguage(words, ctx.locale)
  const traits = payload.traits.map(({ key, ...trait }) => ({ key, name: say(trait.name), about: say(trait.about), low: say(trait.low), middle: say(trait.middle), high: say(trait.high) }))
  return (
    <Screen title={t('title')} description={say(payload.about)} aside={<LinkButton href="/personality-quiz/team">{t('team')}</LinkButton>}>
      {result && again !== '1' ? (
        <ResultView result={result} traits={traits} isNot={say(payload.isNot)} timeZone={ctx.timeZone} />
      ) : (
        <StatementLoader userId={ctx.user.id} statements={payload.statements.map(({ key, text }) => ({ key, text: say(text) }))} isNot={say(payload.isNot)} />
      )}
    </Screen>
  )
}
