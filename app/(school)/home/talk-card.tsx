import { getFormatter, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Face } from '@/components/ui/face'
import { listTalksAsked } from '@/lib/domain/development/check-in.server'
import type { Ctx } from '@/lib/platform/context'
import { SettleButton } from '../zones/settle-button'

/** Somebody would like to talk to whoever looks; nobody else sees it. */
export async function TalkCard({ ctx }: { ctx: Ctx }) {
  const asked = await listTalksAsked(ctx)
  if (asked.length === 0) return null
  const [t, format] = await Promise.all([getTranslations('zones.talk'), getFormatter()])
  return (
    <Card title={t('cardTitle')} aside={<span className="text-sm text-soft">{t('cardText')}</span>} flush>
      <ul>
        {asked.map(({ id, name, note, at }) => (
          <li key={id} className="flex min-h-14 flex-wrap items-center gap-3 border-t border-line px-4 py-2">
            <Face name={name} />
            <span className="min-w-0 flex-1 basis-40"><span className="block font-medium">{name}</span><span className="block text-sm text-soft">{[note, t('since', { when: format.dateTime(at, { dateStyle: 'medium', timeZone: ctx.timeZone }) })].filter(Boolean).join(' · ')}</span></span>
            <SettleButton id={id} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
