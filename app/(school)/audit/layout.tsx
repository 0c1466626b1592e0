import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function AuditLayout({ children }: { children: ReactNode }) {
  return <Words of={['audit']}>{children}</Words>
}
