'use client'

import { PanelLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { remember } from './preference'

/** Narrows the sidebar to a rail; the frame's CSS does the rest. */
export function SidebarToggle({ collapsed: saved }: { collapsed: boolean }) {
  const t = useTranslations('shell')
  const [collapsed, setCollapsed] = useState(saved)
  const toggle = (button: HTMLElement) => {
    button.closest('.shell')?.toggleAttribute('data-collapsed', !collapsed)
    remember('sidebar', collapsed ? '' : 'rail')
    setCollapsed(!collapsed)
  }
  return (
    <IconButton label={collapsed ? t('widen') : t('narrow')} aria-expanded={!collapsed} className="max-desk:hidden" onClick={({ currentTarget }) => toggle(currentTarget)}>
      <PanelLeft className="rtl:-scale-x-100" />
    </IconButton>
  )
}
