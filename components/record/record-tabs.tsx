'use client'

import { usePathname } from 'next/navigation'
import { Tabs } from '@/components/ui/tabs'

type RecordTabsProps = { label: string; path: string; tabs: readonly { segment: string; label: string }[] }

/** The tabs of a record: each is a page of its own below its address; the first is the address itself. */
export function RecordTabs({ label, path, tabs }: RecordTabsProps) {
  const pathname = usePathname()
  const hrefs = tabs.map(({ segment, label: name }) => ({ href: segment ? `${path}/${segment}` : path, label: name }))
  return <Tabs label={label} tabs={hrefs.map((tab) => ({ ...tab, current: tab.href === pathname }))} />
}
