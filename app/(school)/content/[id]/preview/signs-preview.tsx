import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Select } from '@/components/ui/select'
import { SignFigure } from '../../../signs/sign-figure'
import '../../../signs/signs.css'
import type { PreviewProps } from './payload-preview'

/** One lesson after the other, its signs drawn from what is written. */
export function SignsPreview({ payload, say }: PreviewProps<'sign_lessons'>) {
  const t = useTranslations('content')
  const s = useTranslations('signs')
  const [chosen, setChosen] = useState('')
  const lesson = payload.lessons.find(({ key }) => key === chosen) ?? payload.lessons[0]!
  return (
    <>
      <Select aria-label={t('which')} value={lesson.key} options={payload.lessons.map(({ key, title }) => ({ value: key, label: say(title) }))} onChange={({ target }) => setChosen(target.value)} />
      <ul className="grid gap-4 sm:grid-cols-2">
        {lesson.signs.map((sign) => <li key={sign.key} className="rounded border border-line p-3"><SignFigure sign={sign} label={s('figure', { word: say(sign.word) })} /><p className="mt-2 font-semibold">{say(sign.word)}</p><p className="text-sm">{say(sign.how)}</p></li>)}
      </ul>
    </>
  )
}
