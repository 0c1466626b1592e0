import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function AuthLayout({ children }: { children: ReactNode }) {
  return <Words of={['access', 'account', 'organizations']}>{children}</Words>
}
