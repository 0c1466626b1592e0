import type { Tone } from './status'

export type ToastNote = {
  title: string
  text?: string
  tone?: Tone
  /** The way back, e.g. Undo; it must also be possible later from the record itself. */
  deed?: { label: string; run: () => void }
}

type Show = (note: ToastNote) => void
let show: Show | null = null
const waiting: ToastNote[] = []

/** The toaster takes what is said from here on, and what was said before it had come. */
export function takeToasts(by: Show): () => void {
  show = by
  for (const note of waiting.splice(0)) by(note)
  return () => {
    if (show === by) show = null
  }
}

/** Says something in passing, from anywhere in the browser. The toaster loads after the page, and anew where the page's frame changed: what is said meanwhile waits for it. */
export function toast(note: ToastNote) {
  if (show) show(note)
  else waiting.push(note)
}
