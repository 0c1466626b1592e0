import { sendBody } from '@/components/files/send-body'
import { partSize, uploadLimit } from '@/lib/domain/interop/import-batch'
import type { Result } from '@/lib/platform/errors'

type Sending = { file: File; progress: (share: number) => void; signal: AbortSignal }
type Begun = { id: string | null }

/** Sends a file in parts and answers with the import it began. A part that gets lost on the way is sent once more. */
export async function sendFile({ file, progress, signal }: Sending): Promise<Result<Begun>> {
  const upload = crypto.randomUUID()
  const parts = Math.max(1, Math.ceil(Math.min(file.size, uploadLimit + partSize) / partSize))
  for (let part = 0; part < parts; part++) {
    const from = part * partSize
    const url = `/api/imports?${new URLSearchParams({ upload, part: String(part), last: part === parts - 1 ? '1' : '0', name: file.name })}`
    const send = () => sendBody<Begun>(url, file.slice(from, from + partSize), { progress: (bytes) => progress(Math.min(1, (from + bytes) / Math.max(1, file.size))), signal })
    const answer = await send().catch((error: unknown) => {
      if (signal.aborted) throw error
      return send()
    })
    if (!answer.ok || answer.data.id) return answer
  }
  throw new Error('no answer')
}
