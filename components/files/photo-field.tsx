'use client'

import { Camera, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRemove } from '@/components/record/remove-button'
import { Button, buttonClass } from '@/components/ui/button'
import { Face } from '@/components/ui/face'
import type { Result } from '@/lib/platform/errors'
import type { FileTarget } from './send-file'
import { UploadList } from './upload-list'
import { useUploads } from './use-uploads'

type FileDeed = (input: { id: string }) => Promise<Result<{ id: string }>>

type PhotoFieldProps = {
  to: FileTarget
  /** Whose face it is. */
  name: string
  /** The photo that is there, and where it is fetched. */
  photo: { id: string; url: string } | null
  accept: string
  limit: number
  remove: FileDeed
  restore: FileDeed
}

/** The photo of somebody, to be changed where it is seen. */
export function PhotoField({ to, name, photo, accept, limit, remove, restore }: PhotoFieldProps) {
  const t = useTranslations('files.photo')
  const { uploads, add, cancel } = useUploads({ to, kind: 'photo', limit })
  const removal = useRemove(remove, restore)
  return (
    <div role="group" aria-label={t('label', { name })} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-4">
        <Face name={name} photo={photo?.url} size={96} />
        <div className="flex flex-wrap gap-2">
          <label className={buttonClass({ className: 'cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-campus-line' })}>
            <Camera aria-hidden />
            {t(photo ? 'change' : 'add')}
            <input
              type="file"
              accept={accept}
              className="sr-only"
              onChange={(event) => {
                add(event.target.files ?? [])
                event.target.value = ''
              }}
            />
          </label>
          {photo && (
            <Button variant="quiet" pending={removal.isPending} disabled={removal.isPending} onClick={() => removal.run({ id: photo.id, seen: '' }, t('thePhoto', { name }))}>
              <Trash2 aria-hidden />
              {t('remove')}
            </Button>
          )}
        </div>
      </div>
      <UploadList uploads={uploads} cancel={cancel} />
    </div>
  )
}
