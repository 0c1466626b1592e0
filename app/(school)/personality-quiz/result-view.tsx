import { useFormatter, useTranslations } from 'next-intl'
import { Chart } from '@/components/chart/chart'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import type { TraitKey } from '@/lib/domain/development/content-type'
import { bandOf } from '@/lib/domain/development/personality'
import type { OwnResult } from '@/lib/domain/development/personality.server'
import { ShareButton } from './share-button'

export type ShownTrait = { key: TraitKey; name: string; about: string; low: string; middle: string; high: string }
type ResultViewProps = { result: OwnResult; traits: readonly ShownTrait[]; isNot: string; timeZone: string }

/** Five traits as a chart and in words, what it is not, and the choice to share it. */
export function ResultView({ result: { scores, at, isShared }, traits, isNot, timeZone }: ResultViewProps) {
  const t = useTranslations('personality')
  const format = useFormatter()
  return (
    <>
      <p className="text-soft">{t('result.of', { date: format.dateTime(at, { dateStyle: 'long', timeZone }) })} · {t(isShared ? 'result.shared' : 'result.private')}</p>
      <Card><Chart kind="bar" title={t('result.chart')} unit={t('result.unit')} axis={t('result.axis')} series={[{ key: 'score', label: t('result.score') }]} points={traits.map(({ key, name }) => ({ label: name, values: { score: scores[key] } }))} /></Card>
      <Card title={t('result.title')} flush>
        <ul>
          {traits.map(({ key, name, about, ...words }) => (
            <li key={key} className="border-t border-line px-4 py-3">
              <p><span className="font-semibold">{name}</span> <span className="text-soft">{about} · {scores[key]}</span></p>
              <p className="mt-1 max-w-prose">{words[bandOf(scores[key])]}</p>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('isNot')}><p className="max-w-prose">{isNot}</p></Card>
      <div className="flex flex-wrap items-center gap-2">
        <ShareButton isShared={isShared} />
        <LinkButton href="/personality-quiz?again=1" variant="quiet">{t('again')}</LinkButton>
      </div>
    </>
  )
}
