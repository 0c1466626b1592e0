import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function TimetablesLayout({ children }: { children: ReactNode }) {
  return <Words of={['timetables']}>{children}</Words>
}
