import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function ContentLayout({ children }: { children: ReactNode }) {
  return <Words of={['content', 'personality', 'safetyQuiz', 'signs']}>{children}</Words>
}
