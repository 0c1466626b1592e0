import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function StaffLayout({ children }: { children: ReactNode }) {
  return <Words of={['staff', 'students']}>{children}</Words>
}
