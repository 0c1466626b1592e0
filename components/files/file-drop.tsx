'use client'

import { clsx } from 'clsx'
import { Camera, Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef, useState, type ChangeEvent, type DragEvent } from 'react'
import { buttonClass } from '@/components/ui/button'
import type { FileTarget } from './send-file'
import { UploadList } from './upload-list'
import { useUploads } from './use-uploads'

type FileDropProps = {
  to: FileTarget
  /** What the file dialog offers. */
  accept: string
  /** The largest that is taken, in bytes. */
  limit: number
  /** Files that were chosen on an earlier page, before there was a record to send them to. */
  chosen?: () => readonly File[]
}

const picker = 'cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-campus-line'

/** Takes files in: a button, a place to drop them, on a tablet the camera. The inputs are the browser's own. */
export function FileDrop({ to, accept, limit, chosen }: FileDropProps) {
  const t = useTranslations('files.upload')
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const { uploads, add, cancel } = useUploads({ to, kind: 'attachment', limit })

  const take = (event: ChangeEvent<HTMLInputElement>) => {
    add(event.target.files ?? [])
    event.target.value = ''
  }
  // What was chosen before this page's script had come.
  const early = useEffectEvent(() => add([...(input.current?.files ?? []), ...(chosen?.() ?? [])]))
  useEffect(() => early(), [])

  const over = (is: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setIsOver(is)
  }
  return (
    <div className="flex flex-col gap-3">
      <div
        onDragOver={over(true)}
        onDragLeave={over(false)}
        onDrop={(event) => {
          over(false)(event)
          add(event.dataTransfer.files)
        }}
        className={clsx('flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border-2 border-dashed p-4 transition-colors', isOver ? 'border-campus-line bg-campus-tint' : 'border-line-strong')}
      >
        <label className={buttonClass({ className: picker })}>
          <Upload aria-hidden />
          {t('choose')}
          <input ref={input} type="file" multiple accept={accept} onChange={take} className="sr-only" />
        </label>
        <label className={buttonClass({ className: clsx(picker, 'hidden! pointer-coarse:inline-flex!') })}>
          <Camera aria-hidden />
          {t('takePicture')}
          <input type="file" accept="image/jpeg,image/*" capture="environment" onChange={take} className="sr-only" />
        </label>
        <p className="text-sm text-soft text-pretty">{isOver ? t('dropNow') : t('orDrop', { megabytes: Math.round(limit / 1048576) })}</p>
      </div>
      <UploadList uploads={uploads} cancel={cancel} />
    </div>
  )
}
