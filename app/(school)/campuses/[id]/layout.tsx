import type { ReactNode } from 'react'
import { getCtx } from '@/lib/platform/context.server'
import { titled } from '../../titled'

/** The name stands with who asks, and costs no question; an inactive campus goes by the titles of its pages. */
export async function generateMetadata({ params }: LayoutProps<'/campuses/[id]'>) {
  const { id } = await params
  const campus = (await getCtx())?.campuses.find((one) => one.id === id)
  return campus ? titled(campus.name) : {}
}

export default function CampusLayout({ children }: { children: ReactNode }) {
  return children
}
