'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import type { Upload } from './use-uploads'

type UploadListProps = { uploads: readonly Upload[]; cancel: (key: string) => void }

/** What is on its way, and what did not get through. */
export function UploadList({ uploads, cancel }: UploadListProps) {
  const t = useTranslations('files.upload')
  if (uploads.length === 0) return null
  return (
    <ul aria-label={t('underWay')} className="flex flex-col gap-2">
      {uploads.map(({ key, name, share, problem }) => {
        const stop = (
          <IconButton label={t(problem ? 'putAway' : 'cancel', { name })} onClick={() => cancel(key)}>
            <X aria-hidden />
          </IconButton>
        )
        return (
          <li key={key}>
            {problem ? (
              <Notice tone="bad" title={<span className="break-words">{name}</span>} urgent deed={stop}>{problem}</Notice>
            ) : (
              <div className="flex items-center gap-2 rounded-lg border border-line bg-raised px-3 py-2">
                <div className="min-w-0 flex-1"><Progress label={name} value={share} max={1} detail={share < 1 ? t('sent', { percent: share }) : t('checking')} /></div>
                {stop}
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
