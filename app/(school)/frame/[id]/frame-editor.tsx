'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { LeaveGuard } from '@/components/form/leave-guard'
import { Button } from '@/components/ui/button'
import { ConfirmButton } from '@/components/ui/confirm-button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Status } from '@/components/ui/status'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import type { Frame } from '@/lib/domain/development/frame.server'
import type { ShownSection } from './shown-sections.server'
import { useAutosave } from './use-autosave'

type FrameEditorProps = { frame: Frame; before: Frame | null; sections: readonly ShownSection[]; campusName: string }

/** Five boxes, last week's beside each. A draft is kept as it is written; what is published changes only when one says so. */
export function FrameEditor({ frame, before, sections, campusName }: FrameEditorProps) {
  const t = useTranslations('frame')
  const router = useRouter()
  const isDraft = frame.publishedAt === null
  const { sections: texts, write, saving, disputed, save, settle, isAtRisk } = useAutosave(frame.id, frame, isDraft)

  async function finish() {
    if (!(await save(isDraft))) return
    toast({ tone: 'ok', title: t(isDraft ? 'published' : 'changed') })
    router.replace(`/frame/${frame.id}`)
    router.refresh()
  }

  return (
    <div className="flex flex-1 flex-col gap-3">
      {saving.state === 'conflict' && (
        <Notice urgent tone="warn" title={t('conflict')} deed={<div className="flex gap-2"><Button onClick={() => settle(saving.theirs, true)}>{t('takeTheirs')}</Button><Button onClick={() => settle(saving.theirs, false)}>{t('keepMine')}</Button></div>}>
          <p>{t('conflictText')}</p>
          {sections.filter(({ key }) => disputed.includes(key)).map(({ key, name }) => <p key={key} className="mt-2 whitespace-pre-line"><span className="font-medium">{name}:</span> {saving.theirs.sections[key] || '–'}</p>)}
        </Notice>
      )}
      {saving.state === 'refused' && <Notice urgent tone="bad" title={saving.message} />}
      {sections.map(({ key, name, about, starters }) => (
        <div key={key} className="frame-row">
          <div className="flex flex-col gap-2">
            <Field id={`frame-${key}`} label={name} hint={about}>
              <Textarea id={`frame-${key}`} rows={5} maxLength={4000} value={texts[key]} aria-describedby={`frame-${key}-hint`} onChange={(event) => write(key, event.target.value)} />
            </Field>
            {texts[key] === '' && starters.length > 0 && (
              <div className="flex flex-wrap gap-2" role="group" aria-label={`${t('starters')}: ${name}`}>
                {starters.map((starter) => <Button key={starter} size="sm" onClick={() => { write(key, starter); document.getElementById(`frame-${key}`)?.focus() }}>{starter.trim()}</Button>)}
              </div>
            )}
          </div>
          <div>
            <p className="mb-1.5 text-sm text-soft">{t('lastWeek')}</p>
            <p className="frame-before">{before ? before.sections[key] || t('nothing') : t('noLastWeek')}</p>
          </div>
        </div>
      ))}
      <div className="screen-foot">
        <p role="status" className="me-auto">
          {saving.state === 'saved' && <Status tone="ok">{t('saved')}</Status>}
          {saving.state === 'saving' && <span className="text-soft">{t('saving')}</span>}
          {saving.state === 'lost' && <Status tone="warn">{t('notSaved')}</Status>}
        </p>
        {isDraft ? (
          <ConfirmButton label={t('publish')} question={t('publishQuestion')} keep={t('keep')} onConfirm={() => void finish()}>{t('publishText', { campus: campusName })}</ConfirmButton>
        ) : (
          <Button variant="primary" size="lg" onClick={() => void finish()}>{t('saveChange')}</Button>
        )}
      </div>
      <LeaveGuard active={isAtRisk} />
    </div>
  )
}
