import { getFormatter, getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import { listUnsentMails } from '@/lib/domain/access/outbox.server'
import type { Ctx } from '@/lib/platform/context'

/** Whose mail did not go out or lapsed, and why; from the account it can be sent again. */
export async function UnsentCard({ ctx }: { ctx: Ctx }) {
  const mails = await listUnsentMails(ctx)
  if (mails.length === 0) return null
  const [t, format] = await Promise.all([getTranslations('users.unsent'), getFormatter()])
  return (
    <Card title={t('title', { count: mails.length })} flush>
      <p className="px-4 pb-3 text-sm text-soft">{t('text')}</p>
      <ul>
        {mails.map(({ id, recipient, userId, at, problem, isLapsed }) => (
          <li key={id} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2">
            <span className="min-w-0 flex-1 basis-60">
              {userId ? <Link href={`/users/${userId}`} className="font-medium break-words hover:underline">{recipient}</Link> : <span className="font-medium break-words">{recipient}</span>}
              <span className="block text-sm break-words text-soft">{isLapsed ? t('lapsed') : problem}</span>
            </span>
            <Status tone={isLapsed ? 'warn' : 'bad'}>{t(isLapsed ? 'lapsedAt' : 'at', { when: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', timeZone: ctx.timeZone }) })}</Status>
          </li>
        ))}
      </ul>
    </Card>
  )
}
