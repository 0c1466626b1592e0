import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function WalkthroughsLayout({ children }: { children: ReactNode }) {
  return <Words of={['walkthroughs', 'content.problems']}>{children}</Words>
}
