import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function PaymentsLayout({ children }: { children: ReactNode }) {
  return <Words of={['payments', 'invoices.problems']}>{children}</Words>
}
