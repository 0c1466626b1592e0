'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { sendFile, type FileKind, type FileTarget } from './send-file'

export type Upload = { key: string; name: string; share: number; problem: string | null }
type Uploading = { to: FileTarget; kind: FileKind; /** The largest that is taken, in bytes. */ limit: number }

/** Files on their way to a record, one after the other; what went wrong stays beside its name until it is put away. */
export function useUploads({ to, kind, limit }: Uploading) {
  const t = useTranslations('files.upload')
  const router = useRouter()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const stops = useRef(new Map<string, AbortController>())
  const queue = useRef(Promise.resolve())

  const change = (key: string, part: Partial<Upload>) => setUploads((all) => all.map((upload) => (upload.key === key ? { ...upload, ...part } : upload)))
  const drop = (key: string) => {
    stops.current.delete(key)
    setUploads((all) => all.filter((upload) => upload.key !== key))
  }

  async function send(key: string, file: File, signal: AbortSignal) {
    if (signal.aborted) return drop(key)
    try {
      const answer = await sendFile({ file, to, kind, signal, progress: (share) => change(key, { share }) })
      if (!answer.ok) return change(key, { problem: answer.message })
      drop(key)
      router.refresh()
    } catch {
      if (signal.aborted) drop(key)
      else change(key, { problem: t('failed') })
    }
  }

  const add = (files: Iterable<File>) => {
    for (const file of files) {
      const [key, stop] = [crypto.randomUUID(), new AbortController()]
      const problem = file.size > limit ? t('tooLarge', { megabytes: Math.round(limit / 1048576) }) : null
      setUploads((all) => [...all, { key, name: file.name, share: 0, problem }])
      if (problem) continue
      stops.current.set(key, stop)
      queue.current = queue.current.then(() => send(key, file, stop.signal))
    }
  }
  /** Stops one that is on its way, puts away one that failed. */
  const cancel = (key: string) => {
    stops.current.get(key)?.abort()
    drop(key)
  }
  return { uploads, add, cancel }
}
