import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function StudentsLayout({ children }: { children: ReactNode }) {
  return <Words of={['students', 'guardians', 'classes.enrollments', 'classes.problems']}>{children}</Words>
}
