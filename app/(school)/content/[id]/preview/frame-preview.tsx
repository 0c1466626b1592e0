import type { PreviewProps } from './payload-preview'

/** The five boxes of a note, and how one may begin each. */
export const FramePreview = ({ payload, say }: PreviewProps<'frame_prompts'>) => payload.sections.map(({ key, name, about, starters }) => (
  <section key={key} aria-label={say(name)} className="flex flex-col gap-1.5">
    <p className="font-medium">{say(name)}</p>
    <p className="text-sm text-soft">{say(about)}</p>
    <div className="rounded border border-line-strong bg-surface p-3 text-soft">…</div>
    <ul className="flex flex-wrap gap-2">{starters.map((starter, n) => <li key={n} className="rounded-full border border-line px-3 py-1 text-sm">{say(starter)}</li>)}</ul>
  </section>
))
