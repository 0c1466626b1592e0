import type { Tone } from './status'

export type ToastNote = {
  title: string
  text?: string
  tone?: Tone
  /** The way back, e.g. Undo; it must also be possible later from the record itself. */
  deed?: { label: string; run: () => void }
}

export const toastEvent = 'homeroom:toast'

/** Says something in passing, from anywhere in the browser. The toaster itself loads after the page. */
export function toast(note: ToastNote) {
  window.dispatchEvent(new CustomEvent(toastEvent, { detail: note }))
}
