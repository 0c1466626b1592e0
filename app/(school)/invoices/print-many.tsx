'use client'

import { Download, Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { Button, buttonClass } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import { toast } from '@/components/ui/toast'
import { isPrinting, type Printing } from '@/lib/domain/billing/printing'
import { startPrintingAction } from './actions'

const between = 1_500

/** Many letters as one PDF: asked for, followed while the worker draws them, and fetched; it goes on when the page is left. */
export function PrintMany({ runId, last, label, of }: { runId: string | null; last: Printing | null; label: string; /** Of several on one page, which: said after each name, not shown. */ of?: string }) {
  const t = useTranslations('billing.printing')
  const unsent = useUnsent()
  const [printing, setPrinting] = useState(last)
  const [isStarting, setStarting] = useState(false)
  const followed = printing && isPrinting(printing) ? printing.id : null

  useEffect(() => {
    if (!followed) return
    // A lost connection stops nothing: the server goes on, and we ask again.
    const asking = setInterval(() => void fetch(`/api/printings/${followed}`).then(async (answer) => {
      const { data } = (await answer.json()) as { data?: Printing }
      if (data) setPrinting(data)
    }).catch(() => undefined), between)
    return () => clearInterval(asking)
  }, [followed])

  async function start() {
    setStarting(true)
    const result = await startPrintingAction({ runId }).catch(unsent)
    setStarting(false)
    if (result.ok) setPrinting(result.data)
    else toast({ title: result.message, tone: 'bad' })
  }
  if (printing && isPrinting(printing)) return <div className="w-48"><Progress label={t('underWay')} value={printing.done} max={printing.total} detail={t('soMany', { done: printing.done, total: printing.total })} /></div>
  const names = (shown: string) => (of ? `${shown}, ${of}` : undefined)
  const asked = printing?.state === 'done' ? t('again') : label
  return (
    <div className="flex flex-wrap items-center gap-2">
      {printing?.state === 'done' && <a href={`/api/printings/${printing.id}/pdf`} download aria-label={names(t('download', { count: printing.total }))} className={buttonClass({ variant: 'primary' })}><Download aria-hidden />{t('download', { count: printing.total })}</a>}
      {printing?.state === 'failed' && <p role="alert" className="text-sm font-medium text-bad">{t('failed')}</p>}
      <Button pending={isStarting} disabled={isStarting} aria-label={names(asked)} onClick={() => void start()}><Printer aria-hidden />{asked}</Button>
    </div>
  )
}
