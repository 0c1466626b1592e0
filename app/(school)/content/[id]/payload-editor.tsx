'use client'

import { Download, Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { LeaveGuard } from '@/components/form/leave-guard'
import { useUnsent } from '@/components/form/use-unsent'
import { Button, buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import type { ContentType } from '@/lib/domain/development/content-type'
import { saveContentAction } from '../actions'
import { PayloadFields, type Json } from './payload-fields'
import { usePlace } from './use-place'

const Preview = dynamic(() => import('./preview/payload-preview'), { ssr: false, loading: () => <Skeleton className="h-160 w-full" /> })

const isPlace = (detail: unknown): detail is { path: string } => typeof detail === 'object' && detail !== null && 'path' in detail

/** Edits a payload field by field, or takes one from a file, with what staff will see beside it; the server says where a shape breaks. */
type PayloadEditorProps = { type: ContentType; version: number; payload: unknown; /** What stands while what is written does not fit. */ shown: unknown; may: boolean }

export function PayloadEditor({ type, version, payload, shown, may }: PayloadEditorProps) {
  const t = useTranslations('content')
  const router = useRouter()
  const unsent = useUnsent()
  const place = usePlace()
  const [value, setValue] = useState(payload as Json)
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  const isChanged = value !== payload

  async function save() {
    setSaving(true)
    const result = await saveContentAction({ type, seen: version, payload: value }).catch(unsent)
    setSaving(false)
    if (!result.ok) return setProblem(isPlace(result.detail) && result.detail.path ? t('refusals.shape', { path: place(result.detail.path) }) : result.message)
    setProblem(null)
    toast({ tone: 'ok', title: t('saved', { version: result.data.version }) })
    router.refresh()
  }
  async function read(chosen: File | undefined) {
    if (!chosen) return
    try {
      setValue(JSON.parse(await chosen.text()) as Json)
      setProblem(null)
    } catch {
      setProblem(t('importBad'))
    }
  }

  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-2">
        <a href={`/api/exports/content?type=${type}`} download className={buttonClass({})}><Download aria-hidden />{t('export')}</a>
        {may && <Button onClick={() => file.current?.click()}><Upload aria-hidden />{t('import')}</Button>}
        <input ref={file} type="file" accept="application/json,.json" className="sr-only" tabIndex={-1} aria-label={t('import')} onChange={(event) => { void read(event.target.files?.[0]); event.target.value = '' }} />
      </div>
      {problem && <Notice urgent tone="bad" title={problem} />}
      <div className="grid items-start gap-4 desk:grid-cols-2">
        <PayloadFields label={t(`types.${type}`)} value={value} disabled={!may || isSaving} onChange={setValue} />
        <div className="content-preview"><Preview type={type} value={value} first={shown} /></div>
      </div>
      {may && (
        <div className="screen-foot">
          <p role="status" className="me-auto text-soft">{isChanged && t('changed')}</p>
          <Button variant="primary" size="lg" pending={isSaving} disabled={isSaving || !isChanged} onClick={() => void save()}>{t('save')}</Button>
        </div>
      )}
      <LeaveGuard active={isChanged && !isSaving} />
    </div>
  )
}
