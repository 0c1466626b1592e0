import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function TrashLayout({ children }: { children: ReactNode }) {
  return <Words of={['trash']}>{children}</Words>
}
