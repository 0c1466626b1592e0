import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { PrintButton } from './print-button'

type FrameDeedsProps = { frame: { id: string; publishedAt: Date | null }; writes: boolean; isWriting: boolean }

/** What can be done with a note: looked at while it is written, else printed and, by whoever writes it, edited. */
export function FrameDeeds({ frame: { id, publishedAt }, writes, isWriting }: FrameDeedsProps) {
  const t = useTranslations('frame')
  if (isWriting) return <LinkButton href={`/frame/${id}?preview=1`}>{t('preview')}</LinkButton>
  return (
    <>
      {publishedAt && <PrintButton label={t('print')} />}
      {writes && <LinkButton href={`/frame/${id}?edit=1`}>{t(publishedAt ? 'edit' : 'goOn')}</LinkButton>}
    </>
  )
}
