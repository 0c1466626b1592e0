'use client'

import dynamic from 'next/dynamic'

/** After the page, not with it. */
export const ToasterLoader = dynamic(() => import('@/components/ui/toaster'), { ssr: false })
