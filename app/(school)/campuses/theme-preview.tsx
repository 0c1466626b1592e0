'use client'

import { useTranslations } from 'next-intl'
import { CampusHero } from '@/components/dashboard/campus-hero'
import { QuestionCard } from '@/components/dashboard/question-card'
import { Badge } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button'
import { campusStyle } from '@/components/ui/campus-theme'
import { Status } from '@/components/ui/status'
import type { CampusColors } from '@/lib/platform/theme'

/** The campus's dashboard in the colours as they stand in the form: what is used, not what is asked for. Light or dark as the page itself. */
export function ThemePreview({ colors, name, mascot }: { colors: CampusColors; name: string | null; mascot: string | null }) {
  const t = useTranslations('campuses.preview')
  return (
    <section aria-label={t('title')} className="overflow-hidden rounded-lg border border-line" style={campusStyle(colors)}>
      <div className="bg-page text-ink">
        <CampusHero title={name ?? t('name')} mascots={mascot ? [mascot] : []} line={t('line')} slim />
        <div className="grid gap-4 p-4 sm:grid-cols-2">
          <QuestionCard question={t('question')} answer="96 %" comparison={{ tone: 'ok', text: t('comparison') }} shares={[{ key: 'here', count: 238, label: t('here'), tone: 'ok' }, { key: 'late', count: 6, label: t('late'), tone: 'warn' }, { key: 'absent', count: 4, label: t('absent'), tone: 'bad' }]} />
          <div className="flex flex-col items-start gap-3 rounded-lg border border-line bg-raised p-4">
            <p className="font-medium text-campus-text">{t('link')}</p>
            <span aria-hidden="true" className={buttonClass({ variant: 'primary' })}>{t('button')}</span>
            <span className="flex gap-2"><Badge campus>{t('badge')}</Badge><Status tone="warn">{t('status')}</Status></span>
          </div>
        </div>
      </div>
    </section>
  )
}
