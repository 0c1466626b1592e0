import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function AttendanceLayout({ children }: { children: ReactNode }) {
  return <Words of={['attendance']}>{children}</Words>
}
