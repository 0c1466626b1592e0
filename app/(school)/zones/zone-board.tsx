'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState, type SyntheticEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import { reasonLength } from '@/lib/domain/development/check-in'
import type { ZoneKey } from '@/lib/domain/development/content-type'
import { checkInAction, noteReasonAction } from './actions'
import { zoneIcons } from './zone-icons'

export type ShownZone = { key: ZoneKey; name: string; about: string; strategies: string[] }

/** One tap says how one is; what may help stands there at once. */
export function ZoneBoard({ question, zones }: { question: string; zones: readonly ShownZone[] }) {
  const t = useTranslations('zones')
  const router = useRouter()
  const [chosen, setChosen] = useState<{ id: string; zone: ShownZone } | null>(null)
  const [isLost, setLost] = useState(false)
  const [reason, setReason] = useState('')

  async function choose(zone: ShownZone) {
    // The same tap once more is the same check-in; another colour is another.
    const id = chosen?.zone.key === zone.key ? chosen.id : crypto.randomUUID()
    setChosen({ id, zone })
    setLost(false)
    const result = await checkInAction({ id, zone: zone.key }).catch(() => null)
    setLost(!result?.ok)
    if (result?.ok) router.refresh()
  }
  async function keep(event: SyntheticEvent) {
    event.preventDefault()
    const result = chosen && (await noteReasonAction({ id: chosen.id, reason }).catch(() => null))
    if (!result?.ok) return setLost(true)
    setReason('')
    toast({ tone: 'ok', title: t('kept') })
    router.refresh()
  }

  return (
    <>
      <div role="group" aria-label={question} className="zone-grid">
        {zones.map((zone) => {
          const Icon = zoneIcons[zone.key]
          return (
            <button key={zone.key} type="button" className="zone" data-zone={zone.key} aria-pressed={chosen?.zone.key === zone.key} onClick={() => void choose(zone)}>
              <Icon aria-hidden />
              <span>
                <span className="block text-lg font-semibold">{zone.name}</span>
                <span className="block text-sm">{zone.about}</span>
              </span>
            </button>
          )
        })}
      </div>
      <div role="status" className="flex flex-col gap-4 empty:hidden">
        {isLost && <Notice tone="bad" title={t('failed')} />}
        {chosen && !isLost && (
          <Card title={t('helps')} aside={<span className="text-sm text-soft">{t('noted', { name: chosen.zone.name })}</span>}>
            <ul className="flex list-disc flex-col gap-1.5 ps-5 text-base">{chosen.zone.strategies.map((one) => <li key={one}>{one}</li>)}</ul>
          </Card>
        )}
      </div>
      {chosen && !isLost && (
        <form onSubmit={keep} className="flex max-w-2xl flex-col gap-2">
          <Field id="zone-reason" label={t('why')} hint={t('whyHint')} optional>
            <Textarea id="zone-reason" rows={2} maxLength={reasonLength} value={reason} aria-describedby="zone-reason-hint" onChange={(event) => setReason(event.target.value)} />
          </Field>
          <div><Button type="submit" disabled={reason.trim() === ''}>{t('keepWhy')}</Button></div>
        </form>
      )}
    </>
  )
}
