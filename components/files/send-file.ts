import type { Result } from '@/lib/platform/errors'
import { sendBody } from './send-body'

/** The record that a file is for, as the server's list of owners calls it. */
export type FileTarget = { entity: string; id: string }
export type FileKind = 'photo' | 'attachment'
type Sending = { file: File; to: FileTarget; kind: FileKind; progress: (share: number) => void; signal: AbortSignal }
type Attached = { id: string }

/** Sends a file for a record, once more when it got lost on the way: the key lets the server keep it only once. */
export async function sendFile({ file, to, kind, progress, signal }: Sending): Promise<Result<Attached>> {
  const url = `/api/files?${new URLSearchParams({ ...to, kind, name: file.name, uploadKey: crypto.randomUUID() })}`
  const send = () => sendBody<Attached>(url, file, { progress: (bytes) => progress(Math.min(1, bytes / Math.max(1, file.size))), signal })
  const first = await send().catch((error: unknown) => {
    if (signal.aborted) throw error
    return null
  })
  return first && (first.ok || first.code !== 'unavailable') ? first : send()
}
