import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function RolesLayout({ children }: { children: ReactNode }) {
  return <Words of={['roles']}>{children}</Words>
}
