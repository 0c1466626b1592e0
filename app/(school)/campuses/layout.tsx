import type { ReactNode } from 'react'
import { Words } from '@/components/shell/words'

export default function CampusesLayout({ children }: { children: ReactNode }) {
  return <Words of={['campuses', 'attendance.onDevice', 'attendance.problems', 'zones.talk']}>{children}</Words>
}
