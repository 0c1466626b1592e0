import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function FrameLayout({ children }: { children: ReactNode }) {
  return <Words of={['frame']}>{children}</Words>
}
