'use client'

import dynamic from 'next/dynamic'
import { Skeleton } from '@/components/ui/skeleton'

/** What draws by drag comes when somebody draws: who only reads does without. */
export const BoardLoader = dynamic(() => import('./board').then(({ DrawingBoard }) => DrawingBoard), { loading: () => <Skeleton className="h-120 w-full" /> })
