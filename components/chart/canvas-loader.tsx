'use client'

import dynamic from 'next/dynamic'
import { Skeleton } from '@/components/ui/skeleton'
import type { ChartProps } from './chart'

export type CanvasProps = Pick<ChartProps, 'kind' | 'title' | 'series' | 'points'> & { format: NonNullable<ChartProps['format']>; floor: number }

const Canvas = dynamic(() => import('./canvas'), { ssr: false, loading: () => <Skeleton className="h-60 w-full" /> })

export const CanvasLoader = (props: CanvasProps) => (
  <div className="h-60">
    <Canvas {...props} />
  </div>
)
