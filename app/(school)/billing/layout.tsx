import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function BillingLayout({ children }: { children: ReactNode }) {
  return <Words of={['billing']}>{children}</Words>
}
