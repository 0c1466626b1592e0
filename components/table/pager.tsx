import Link from 'next/link'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { listHref, type ListQuery, type Paged } from '@/lib/platform/list'

const pageClass = buttonClass({ size: 'sm', className: '[&>svg]:rtl:-scale-x-100' })

export function Pager({ query, page }: { query: ListQuery; page: Paged<unknown> }) {
  const t = useTranslations('table')
  const { total, capped, previous, next } = page
  return (
    <nav aria-label={t('pages')} className="pager">
      <p role="status" className="text-soft tabular-nums">
        {capped ? t('moreThan', { count: total }) : t('results', { count: total })}
      </p>
      {(previous ?? next) && (
        <div className="flex gap-2">
          <PageLink href={previous && listHref(query, { before: previous })}>
            <ChevronLeft />
            {t('previous')}
          </PageLink>
          <PageLink href={next && listHref(query, { after: next })}>
            {t('next')}
            <ChevronRight />
          </PageLink>
        </div>
      )}
    </nav>
  )
}

/** A link without an address is how HTML says "not now". */
const PageLink = ({ href, children }: { href: string | null; children: React.ReactNode }) => (
  href ? <Link href={href} className={pageClass}>{children}</Link> : <a role="link" aria-disabled className={pageClass}>{children}</a>
)
