'use client'

import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { buttonClass } from './button'
import { IconButton } from './icon-button'
import { takeToasts, type ToastNote } from './toast'

function Toasts() {
  const t = useTranslations('common')
  const { toasts, add, close } = Toast.useToastManager()

  useEffect(() => {
    const show = ({ title, text, tone = 'ok', deed }: ToastNote) => {
      const id = add({
        title,
        description: text,
        type: tone,
        timeout: deed || tone === 'bad' ? 10_000 : 5000,
        priority: tone === 'bad' ? 'high' : 'low',
        // A way back that was taken is no longer offered.
        actionProps: deed && { children: deed.label, onClick: () => { close(id); deed.run() } },
      })
    }
    return takeToasts(show)
  }, [add, close])

  return toasts.map((note) => (
    <Toast.Root key={note.id} toast={note} className="toast popup">
      <Toast.Content className={`flex items-start gap-3 p-3 tone-${note.type}`}>
        <span aria-hidden="true" className="mt-0.5 size-4.5 shrink-0 bg-(--tone) mask-(--icon) mask-contain mask-no-repeat" />
        <div className="min-w-0 flex-1">
          <Toast.Title className="font-medium" />
          <Toast.Description className="mt-0.5 text-soft" />
        </div>
        {note.actionProps && <Toast.Action className={buttonClass({ size: 'sm' })} />}
        <Toast.Close render={<IconButton label={t('close')} className="-me-1 -mt-1.5" />}>
          <X />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}

/** The region of all toasts; F6 moves the focus there. */
export default function Toaster() {
  const t = useTranslations('common')
  return (
    <Toast.Provider>
      <Toast.Portal>
        <Toast.Viewport aria-label={t('notifications')} className="toasts fixed end-4 z-70 flex w-88 max-w-[calc(100vw-2rem)] flex-col gap-2">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}
