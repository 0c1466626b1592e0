import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function FeePlansLayout({ children }: { children: ReactNode }) {
  return <Words of={['feePlans', 'discounts', 'billing.printing', 'invoices']}>{children}</Words>
}
