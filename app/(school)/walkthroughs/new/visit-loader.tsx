'use client'

import dynamic from 'next/dynamic'
import { Skeleton } from '@/components/ui/skeleton'
import type { VisitBoardProps } from './visit-board'

/** Only the browser knows what is kept on it. */
const Board = dynamic(() => import('./visit-board'), { ssr: false, loading: () => <Skeleton className="h-160 w-full" /> })

export const VisitLoader = (props: VisitBoardProps) => <Board key={`${props.teacher.id} ${props.periodId} ${props.draftId}`} {...props} />
