'use client'

import { useRouter } from 'next/navigation'
import { useState, type ReactElement, type ReactNode } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { toast, type ToastNote } from '@/components/ui/toast'

type FormDialogProps = {
  title: string
  description?: ReactNode
  /** The button that opens it. */
  trigger: ReactElement
  /** The form; it calls `done` with what happened when it is saved, and with the way back where there is one. */
  children: (done: (happened: string, back?: ToastNote['deed']) => void) => ReactNode
}

/** A short form that does not deserve a page: it closes when it is saved, and the page under it is read anew. */
export function FormDialog({ title, description, trigger, children }: FormDialogProps) {
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const done = (happened: string, back?: ToastNote['deed']) => {
    setOpen(false)
    toast({ title: happened, deed: back })
    router.refresh()
  }
  return (
    <Dialog title={title} description={description} trigger={trigger} open={isOpen} onOpenChange={setOpen}>
      <div className="pb-2">{children(done)}</div>
    </Dialog>
  )
}
