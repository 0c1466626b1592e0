import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Status } from '@/components/ui/status'
import type { SetupStep } from './steps'

const many = 1_000

/** Each shelf with what it is for and how much is on it; an empty one leads to its first record. */
export function StepList({ steps, locale }: { steps: readonly SetupStep[]; locale: string }) {
  const [t, rooms] = [useTranslations('setup.guide'), useTranslations('navigation')]
  const number = new Intl.NumberFormat(locale)
  return (
    <Card title={t('list')} flush>
      <ol>
        {steps.map(({ key, href, create, count, isOptional }) => (
          <li key={key} className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-2.5">
            <div className="min-w-0 flex-1 basis-64">
              <Link href={href} className="font-medium hover:underline pointer-coarse:inline-block pointer-coarse:py-3">{rooms(key)}</Link>
              <p className="text-sm text-soft">{t(`steps.${key}`)}</p>
            </div>
            {count > 0 ? <Status tone="ok">{t('there', { count: count >= many ? `${number.format(many)}+` : number.format(count) })}</Status> : <Status tone={isOptional ? 'quiet' : 'warn'}>{t(isOptional ? 'optional' : 'none')}</Status>}
            <LinkButton href={count > 0 ? href : create} size="sm" aria-label={`${t(count > 0 ? 'open' : 'begin')}: ${rooms(key)}`}>{t(count > 0 ? 'open' : 'begin')}</LinkButton>
          </li>
        ))}
      </ol>
    </Card>
  )
}
