import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function DocumentsLayout({ children }: { children: ReactNode }) {
  return <Words of={['documents']}>{children}</Words>
}
