import { getTranslations } from 'next-intl/server'
import { AttentionList, type Attention } from '@/components/dashboard/attention-list'
import { getAccessWaiting } from '@/lib/domain/access/waiting.server'
import type { Ctx } from '@/lib/platform/context'

/** Whoever looks after accounts is told what waits there; when nothing does, nothing is said. */
export async function AccessCard({ ctx }: { ctx: Ctx }) {
  if (!ctx.can('CREATE_USERS') && !ctx.can('UPDATE_ORGANIZATIONS')) return null
  const [t, { visits, by, invited, unsent }] = await Promise.all([getTranslations('home.access'), getAccessWaiting(ctx)])
  const line = (key: 'visits' | 'unsent' | 'invited', count: number, tone: Attention['tone'], href: string, detail?: string): Attention[] =>
    count > 0 ? [{ key, count, tone, title: t(key, { count }), detail, deed: { href, label: t('see') } }] : []
  const lines = [...line('visits', visits, 'warn', '/support', by), ...line('unsent', unsent, 'bad', '/users'), ...line('invited', invited, 'quiet', '/users?status=invited')]
  return lines.length === 0 ? null : <AttentionList title={t('title')} lines={lines} calm="" />
}
