import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function SupportLayout({ children }: { children: ReactNode }) {
  return <Words of={['support']}>{children}</Words>
}
