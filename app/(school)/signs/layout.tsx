import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function SignsLayout({ children }: { children: ReactNode }) {
  return <Words of={['signs']}>{children}</Words>
}
