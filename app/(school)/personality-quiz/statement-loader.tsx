'use client'

import dynamic from 'next/dynamic'
import { Skeleton } from '@/components/ui/skeleton'
import type { StatementsProps } from './statements'

/** Only the browser knows what was answered so far. */
const Statements = dynamic(() => import('./statements'), { ssr: false, loading: () => <Skeleton className="h-96 w-full" /> })

export const StatementLoader = (props: StatementsProps) => <Statements {...props} />
