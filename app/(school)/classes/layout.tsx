import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function ClassesLayout({ children }: { children: ReactNode }) {
  return <Words of={['classes']}>{children}</Words>
}
