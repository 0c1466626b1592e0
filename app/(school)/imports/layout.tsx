import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function ImportsLayout({ children }: { children: ReactNode }) {
  return <Words of={['imports']}>{children}</Words>
}
