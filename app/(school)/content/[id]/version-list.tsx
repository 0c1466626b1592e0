'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { Status } from '@/components/ui/status'
import { toast } from '@/components/ui/toast'
import type { ContentType } from '@/lib/domain/development/content-type'
import type { Result } from '@/lib/platform/errors'
import { dropContentAction, takeVersionAction } from '../actions'

type VersionListProps = { type: ContentType; version: number; versions: readonly { id: string; version: number; by: string; isLive: boolean }[]; may: boolean }

/** Every version of one's own; an earlier one is taken up again as a new one. */
export function VersionList({ type, version, versions, may }: VersionListProps) {
  const t = useTranslations('content')
  const router = useRouter()
  const unsent = useUnsent()
  async function run(deed: Promise<Result<unknown>>, done: string) {
    const result = await deed.catch(unsent)
    toast(result.ok ? { tone: 'ok', title: done } : { tone: 'bad', title: result.message })
    router.refresh()
  }
  const drop = may && version > 0 && <ConfirmButton variant="secondary" label={t('dropOwn')} question={t('dropQuestion')} keep={t('keep')} onConfirm={() => void run(dropContentAction({ type, seen: version }), t('dropped'))}>{t('dropText')}</ConfirmButton>
  return (
    <Card title={t('versions')} aside={drop} flush>
      {versions.length === 0 && <p className="border-t border-line px-4 py-3 text-soft">{t('noVersions')}</p>}
      <ul>
        {versions.map((one) => (
          <li key={one.id} className="flex min-h-12 flex-wrap items-center gap-3 border-t border-line px-4 py-2">
            <span className="font-medium">{t('version', { version: one.version })}</span>
            <span className="min-w-0 flex-1 text-soft">{one.by}</span>
            {one.isLive ? <Status tone="ok">{t('live')}</Status> : may && <Button size="sm" onClick={() => void run(takeVersionAction({ type, seen: version, id: one.id }), t('taken'))}>{t('take')}</Button>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
