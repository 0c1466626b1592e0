import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function ZonesLayout({ children }: { children: ReactNode }) {
  return <Words of={['zones', 'content.problems']}>{children}</Words>
}
