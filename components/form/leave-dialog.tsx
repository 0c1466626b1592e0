'use client'

import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

type LeaveDialogProps = { title: string; text: string; stay: string; leave: string; onStay: () => void; onLeave: () => void }

export default function LeaveDialog({ title, text, stay, leave, onStay, onLeave }: LeaveDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onStay()}
      title={title}
      description={text}
      foot={
        <>
          <Button onClick={onLeave}>{leave}</Button>
          <Button variant="primary" onClick={onStay}>
            {stay}
          </Button>
        </>
      }
    />
  )
}
