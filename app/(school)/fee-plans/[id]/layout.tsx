import type { ReactNode } from 'react'
import { titled } from '../../titled'
import { openFeePlan } from './open-fee-plan.server'

export async function generateMetadata({ params }: LayoutProps<'/fee-plans/[id]'>) {
  return titled((await openFeePlan((await params).id)).row.name)
}

export default function FeePlanLayout({ children }: { children: ReactNode }) {
  return children
}
