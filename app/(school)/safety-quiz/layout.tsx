import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function SafetyQuizLayout({ children }: { children: ReactNode }) {
  return <Words of={['safetyQuiz']}>{children}</Words>
}
