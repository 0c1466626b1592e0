import { getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { requirePage } from '@/lib/platform/context.server'
import { LessonList } from './lesson-list'
import { Practice } from './practice'
import { shownSigns } from './shown-signs.server'
import { SignFigure } from './sign-figure'
import './signs.css'

export async function generateMetadata() {
  return { title: (await getTranslations('signs'))('title') }
}

/** Lessons to look at, and what is due to practise. */
export default async function SignsPage({ searchParams }: PageProps<'/signs'>) {
  const ctx = await requirePage('CREATE_PROGRESS')
  const [t, { language, lessons, due }, asked] = await Promise.all([getTranslations('signs'), shownSigns(ctx), searchParams])
  const lesson = lessons.find(({ key }) => key === asked.lesson)
  const back = <LinkButton href="/signs">{t('all')}</LinkButton>
  if (asked.practise === '1') return <Screen title={t('title')} aside={back}><Practice signs={due} /></Screen>
  if (lesson) {
    return (
      <Screen title={lesson.title} description={t('rightHanded')} aside={back} wide>
        <ul className="grid gap-4 md:grid-cols-2 desk:grid-cols-3">
          {lesson.signs.map((sign) => <li key={sign.key}><Card><SignFigure sign={sign} label={t('figure', { word: sign.word })} /><h2 className="mt-3 text-base font-semibold">{sign.word}</h2><p>{sign.how}</p></Card></li>)}
        </ul>
      </Screen>
    )
  }
  const deed = due.length > 0 && <LinkButton href="/signs?practise=1" variant="primary">{due.some((sign) => sign.progress) ? t('practise', { count: due.length }) : t('practiseNew')}</LinkButton>
  return <Screen title={t('title')} description={t('description', { language })} deed={deed}><LessonList lessons={lessons} /></Screen>
}
