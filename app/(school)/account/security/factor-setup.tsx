'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/text-field'
import { Button } from '@/components/ui/button'
import { beginFactorInput, codeInput, type FactorOffer } from '@/lib/domain/access/second-factor'
import type { Result } from '@/lib/platform/errors'
import { CodeField } from './code-field'
import { RecoveryCodes } from './recovery-codes'

type FactorSetupProps = { begin: (input: { password: string }) => Promise<Result<FactorOffer>>; confirm: (input: { code: string }) => Promise<Result<{ codes: string[] }>> }

/** Password, then the picture and a first code, then the codes for a day without the device. */
export function FactorSetup({ begin, confirm }: FactorSetupProps) {
  const t = useTranslations('account')
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const [offer, setOffer] = useState<FactorOffer | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  if (codes) return <RecoveryCodes codes={codes} onDone={() => { setCodes(null); router.refresh() }} />
  if (offer) {
    return (
      <div className="flex flex-col gap-4">
        <p className="font-medium">{t('factor.scan')}</p>
        <svg viewBox={`-4 -4 ${offer.size + 8} ${offer.size + 8}`} className="size-52 rounded bg-[white]" shapeRendering="crispEdges" role="img" aria-label={t('factor.picture')}><path d={offer.path} fill="black" /></svg>
        <p className="text-soft">{t('factor.letters')} <code className="font-medium break-all text-ink select-all">{offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code></p>
        <ActionForm schema={codeInput} action={confirm} defaults={{ code: '' }} onSaved={(done) => setCodes(done.codes)} submit={t('factor.confirm')}>
          <CodeField />
        </ActionForm>
      </div>
    )
  }
  if (!isOpen) return <div><Button variant="primary" onClick={() => setOpen(true)}>{t('factor.begin')}</Button></div>
  return (
    <ActionForm schema={beginFactorInput} action={begin} defaults={{ password: '' }} onSaved={setOffer} submit={t('factor.next')}>
      <TextField name="password" label={t('currentPassword')} type="password" autoComplete="current-password" autoFocus />
    </ActionForm>
  )
}
