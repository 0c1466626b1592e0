import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function SetupLayout({ children }: { children: ReactNode }) {
  return <Words of={['setup', 'account', 'timetables']}>{children}</Words>
}
