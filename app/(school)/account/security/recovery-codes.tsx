'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** The ten codes, this once. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useTranslations('account')
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="warn" title={t('factor.keep')} urgent>{t('factor.keepHint')}</Notice>
      <ul aria-label={t('factor.codes')} className="grid max-w-md grid-cols-2 gap-x-6 gap-y-1 rounded border border-line p-4 font-mono select-all">
        {codes.map((code) => <li key={code}>{code}</li>)}
      </ul>
      <div className="flex flex-wrap gap-2 print:hidden">
        <Button onClick={() => window.print()}>{t('factor.print')}</Button>
        <Button variant="primary" onClick={onDone}>{t('factor.kept')}</Button>
      </div>
    </div>
  )
}
