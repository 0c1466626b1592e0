'use client'

import { Paperclip, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { acceptedFiles } from '@/lib/domain/files/file'

/** The slip or the cheque's picture, chosen while the payment is recorded: it is sent once there is a payment. */
export function ProofField({ files, onChange }: { files: readonly File[]; onChange: (files: readonly File[]) => void }) {
  const t = useTranslations('payments.proof')
  return (
    <div role="group" aria-label={t('title')} className="flex flex-col items-start gap-2">
      <label className={buttonClass({ className: 'cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-campus-line' })}>
        <Paperclip aria-hidden />
        {t('attach')}
        <input
          type="file"
          multiple
          accept={acceptedFiles.attachment}
          className="sr-only"
          onChange={({ target }) => {
            onChange([...files, ...(target.files ?? [])])
            target.value = ''
          }}
        />
      </label>
      {files.length > 0 && (
        <ul className="flex w-full flex-col gap-1 text-sm">
          {files.map((file, at) => (
            <li key={`${file.name}-${at}`} className="flex items-center justify-between gap-2 rounded-lg border border-line ps-3">
              <span className="min-w-0 break-words">{file.name}</span>
              <IconButton label={t('putAway', { name: file.name })} onClick={() => onChange(files.filter((_, other) => other !== at))}><X aria-hidden /></IconButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
