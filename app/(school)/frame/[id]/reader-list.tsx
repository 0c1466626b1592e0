import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Status } from '@/components/ui/status'
import type { Readers } from '@/lib/domain/development/frame.server'

/** How many have read it, and who is still missing. */
export function ReaderList({ readers: { read, unread } }: { readers: Readers }) {
  const t = useTranslations('frame')
  return (
    <div className="frame-readers max-w-2xl">
      <Card title={t('readers')} aside={<span className="text-sm text-soft tabular-nums">{t('readBy', { read: read.length, all: read.length + unread.length })}</span>}>
        {unread.length === 0 ? <Status tone="ok">{t('nobodyLeft')}</Status> : <p><span className="font-medium">{t('unread')}:</span> {unread.join(', ')}</p>}
        {read.length > 0 && <p className="mt-2"><span className="font-medium">{t('states.read')}:</span> {read.map(({ name }) => name).join(', ')}</p>}
      </Card>
    </div>
  )
}
