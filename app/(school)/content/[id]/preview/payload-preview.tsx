'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useState } from 'react'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Segmented } from '@/components/ui/segmented'
import { contentShapes, inLanguage, pathOf, type ContentType, type Payload, type Words } from '@/lib/domain/development/content-type'
import type { Json } from '../payload-fields'
import { usePlace } from '../use-place'
import { CriteriaPreview } from './criteria-preview'
import { FramePreview } from './frame-preview'
import { PersonalityPreview } from './personality-preview'
import { QuizPreview } from './quiz-preview'
import { SignsPreview } from './signs-preview'
import { ZonesPreview } from './zones-preview'

export type PreviewProps<T extends ContentType> = { payload: Payload<T>; say: (words: Words) => string }
type Shown = { [T in ContentType]: { type: T; payload: Payload<T> } }[ContentType]

function Drawn({ shown, say }: { shown: Shown; say: (words: Words) => string }) {
  switch (shown.type) {
    case 'walkthrough_criteria': return <CriteriaPreview payload={shown.payload} say={say} />
    case 'frame_prompts': return <FramePreview payload={shown.payload} say={say} />
    case 'safety_quizzes': return <QuizPreview payload={shown.payload} say={say} />
    case 'zones': return <ZonesPreview payload={shown.payload} say={say} />
    case 'personality_quiz': return <PersonalityPreview payload={shown.payload} say={say} />
    case 'sign_lessons': return <SignsPreview payload={shown.payload} say={say} />
  }
}

type PayloadPreviewProps = { type: ContentType; value: Json; /** The last state that fits, for as long as what is written does not. */ first: unknown }

/** What is written, as staff see it, in either language; where it does not fit yet, the place is told and the last state stands. */
export default function PayloadPreview({ type, value, first }: PayloadPreviewProps) {
  const t = useTranslations('content')
  const place = usePlace()
  const [language, setLanguage] = useState('en')
  const written = useDeferredValue(value)
  const parsed = contentShapes[type].safeParse(written)
  const [good, setGood] = useState(first)
  if (parsed.success && written !== good) setGood(written)
  const payload = parsed.success ? parsed.data : contentShapes[type].safeParse(good).data
  return (
    <Card title={t('preview')} aside={<Segmented label={t('language')} name="preview-language" defaultValue="en" options={(['en', 'es'] as const).map((one) => ({ value: one, label: t(`languages.${one}`) }))} onChange={({ target }) => setLanguage(target.value)} />}>
      <div className="flex flex-col gap-4">
        {!parsed.success && <Notice tone="warn" title={t('notYet', { path: place(pathOf(parsed.error.issues[0]?.path ?? [])) || t(`types.${type}`) })} />}
        {payload && <div lang={language} className="flex flex-col gap-4"><Drawn shown={{ type, payload } as Shown} say={(words) => inLanguage(words, language)} /></div>}
      </div>
    </Card>
  )
}
