import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function PersonalityQuizLayout({ children }: { children: ReactNode }) {
  return <Words of={['personality']}>{children}</Words>
}
