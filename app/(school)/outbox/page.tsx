import { MailOpen } from 'lucide-react'
import { getFormatter, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Screen } from '@/components/ui/screen'
import { listKeptMails } from '@/lib/domain/access/outbox.server'
import { requirePage } from '@/lib/platform/context.server'
import { isOutboxOpen } from '@/lib/platform/mail.server'
import { MailCard } from './mail-card'

export async function generateMetadata() {
  return { title: (await getTranslations('outbox'))('title'), referrer: 'no-referrer' as const }
}

export default async function OutboxPage() {
  const ctx = await requirePage('UPDATE_ORGANIZATIONS')
  if (!isOutboxOpen()) notFound()
  const [t, format, mails] = await Promise.all([getTranslations('outbox'), getFormatter(), listKeptMails(ctx)])
  return (
    <Screen title={t('title')} description={t('description')}>
      <Notice tone="quiet" title={t('local')} />
      {mails.length === 0 && <EmptyState icon={<MailOpen aria-hidden />} title={t('empty')}>{t('emptyHint')}</EmptyState>}
      <ul className="flex flex-col gap-4">
        {mails.map(({ id, at, ...mail }) => <li key={id}><MailCard {...mail} when={format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })} /></li>)}
      </ul>
    </Screen>
  )
}
