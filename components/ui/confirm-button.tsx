'use client'

import { useState, type ReactNode } from 'react'
import { Button } from './button'
import { Dialog, DialogClose } from './dialog'

type ConfirmButtonProps = {
  /** On the button and again on the one that does it: a verb and its object. */
  label: string
  variant?: 'primary' | 'secondary' | 'danger'
  pending?: boolean
  disabled?: boolean
  question: string
  /** What happens, and what can be taken back. */
  children: ReactNode
  keep: string
  onConfirm: () => void
}

/** A deed with large consequences asks once before it is done. */
export function ConfirmButton({ label, variant = 'primary', pending, disabled, question, children, keep, onConfirm }: ConfirmButtonProps) {
  const [isOpen, setOpen] = useState(false)
  const confirm = () => {
    setOpen(false)
    onConfirm()
  }
  const foot = (
    <>
      <DialogClose render={<Button>{keep}</Button>} />
      <Button variant={variant} onClick={confirm}>{label}</Button>
    </>
  )
  return (
    <Dialog title={question} open={isOpen} onOpenChange={setOpen} trigger={<Button variant={variant} pending={pending} disabled={disabled}>{label}</Button>} foot={foot}>
      {children}
    </Dialog>
  )
}
