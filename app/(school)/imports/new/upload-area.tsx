'use client'

import { clsx } from 'clsx'
import { FileUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState, type DragEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { sendFile } from './send-file'

type Sending = { name: string; share: number; stop: AbortController }

/** One big place to drop a file; it is the browser's own file input, which keyboard and touch know. */
export function UploadArea() {
  const t = useTranslations('imports.upload')
  const router = useRouter()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const [sending, setSending] = useState<Sending | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  async function send(file: File | undefined) {
    if (!file || sending) return
    const stop = new AbortController()
    setProblem(null)
    setSending({ name: file.name, share: 0, stop })
    try {
      const answer = await sendFile({ file, signal: stop.signal, progress: (share) => setSending({ name: file.name, share, stop }) })
      if (answer.ok) return router.push(`/imports/${answer.data.id}`)
      setProblem(answer.message)
    } catch {
      if (!stop.signal.aborted) setProblem(t('failed'))
    }
    setSending(null)
  }

  // What was chosen before this page's script had come.
  const early = useEffectEvent(() => void send(input.current?.files?.[0]))
  useEffect(() => early(), [])

  const over = (is: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setIsOver(is)
  }
  const drop = (event: DragEvent) => {
    over(false)(event)
    void send(event.dataTransfer.files[0])
  }

  return (
    <div className="flex flex-col gap-4">
      {problem && <Notice tone="bad" title={problem} urgent />}
      {sending ? (
        <div className="flex flex-col gap-3 rounded-lg border border-line bg-raised p-6">
          <Progress label={t('sending', { file: sending.name })} value={sending.share} max={1} detail={t('sent', { percent: sending.share })} />
          <Button className="self-start" onClick={() => sending.stop.abort()}>{t('cancel')}</Button>
        </div>
      ) : (
        <label
          onDragOver={over(true)}
          onDragLeave={over(false)}
          onDrop={drop}
          className={clsx(
            'relative flex min-h-56 w-full cursor-pointer flex-col items-center justify-center gap-3 rounded-lg border-2 border-dashed p-6 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-campus-line',
            isOver ? 'border-campus-line bg-campus-tint' : 'border-line-strong bg-raised hover:bg-sunken',
          )}
        >
          <FileUp className="size-8 text-soft" />
          <span className="text-base font-medium">{isOver ? t('dropActive') : t('drop')}</span>
          <input ref={input} type="file" accept=".zip,application/zip" className="sr-only" onChange={(event) => void send(event.target.files?.[0])} />
        </label>
      )}
    </div>
  )
}
