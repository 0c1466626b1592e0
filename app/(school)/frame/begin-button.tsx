'use client'

import { PenLine } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { beginFrameAction } from './actions'

type BeginButtonProps = { campusId: string; weekOf: string; label: string; variant?: 'primary' | 'secondary'; size?: 'sm' | 'md' }

/** Opens the note of a campus and week to write it, whether somebody began it or not. */
export function BeginButton({ campusId, weekOf, label, variant = 'primary', size }: BeginButtonProps) {
  const router = useRouter()
  const unsent = useUnsent()
  const [isBusy, setBusy] = useState(false)
  async function begin() {
    setBusy(true)
    const result = await beginFrameAction({ campusId, weekOf }).catch(unsent)
    setBusy(false)
    if (result.ok) router.push(`/frame/${result.data.id}?edit=1`)
    else toast({ tone: 'bad', title: result.message })
  }
  return <Button variant={variant} size={size} pending={isBusy} disabled={isBusy} onClick={() => void begin()}><PenLine aria-hidden />{label}</Button>
}
