'use client'

import { useRouter } from 'next/navigation'
import { Select, type Option } from '@/components/ui/select'
import type { View } from './view'

type ViewPickerProps = { choices: readonly Option[]; view: View; path: string; label: string }

/** Whose week: the address says it, so that it can be sent to somebody. */
export function ViewPicker({ choices, view, path, label }: ViewPickerProps) {
  const router = useRouter()
  return <Select aria-label={label} className="max-w-60" options={choices} value={view.of} onChange={({ currentTarget }) => router.push(`${path}?by=${view.by}&of=${encodeURIComponent(currentTarget.value)}`)} />
}
