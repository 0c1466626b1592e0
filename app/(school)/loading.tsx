import { useTranslations } from 'next-intl'
import { Skeleton } from '@/components/ui/skeleton'

/** Keeps the shape of a page; invisible for the first 150 ms. */
export default function Loading() {
  const t = useTranslations('shell')
  return (
    <div className="screen late mx-auto flex w-full flex-1 flex-col" role="status" aria-label={t('loading')}>
      <div className="screen-head">
        <Skeleton className="h-7.5 w-48" />
      </div>
      <Skeleton className="h-[60dvh] w-full" />
    </div>
  )
}
