import type { Result } from '@/lib/platform/errors'

type Sending = { progress: (bytes: number) => void; signal: AbortSignal }

/** Sends a body and tells how much of it has left, which fetch still cannot. */
export const sendBody = <T>(url: string, body: Blob, { progress, signal }: Sending) =>
  new Promise<Result<T>>((resolve, reject) => {
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    request.open('POST', url)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = (event) => progress(event.loaded)
    request.onload = () => (request.response ? resolve(request.response as Result<T>) : reject(new Error('no answer')))
    request.onerror = () => reject(new Error('not sent'))
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'))
    request.onloadend = () => signal.removeEventListener('abort', stop)
    signal.addEventListener('abort', stop)
    request.send(body)
  })
