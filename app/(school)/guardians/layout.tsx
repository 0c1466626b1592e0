import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function GuardiansLayout({ children }: { children: ReactNode }) {
  return <Words of={['guardians']}>{children}</Words>
}
