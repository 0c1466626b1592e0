import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/button'
import { listHref, type ListView, type Paged } from '@/lib/platform/list-view'

const pageClass = buttonClass({ size: 'sm', className: '[&>svg]:rtl:-scale-x-100' })

/** Which rows of how many these are, and the way to those before and after them. */
export function Pager({ view, page }: { view: ListView; page: Paged<unknown> }) {
  const t = useTranslations('table')
  const { total, capped, previous, next, rows } = page
  const from = previous ? view.from : 1
  const to = from + rows.length - 1
  return (
    <nav aria-label={t('pages')} className="pager">
      <p role="status" className="text-soft tabular-nums">
        {rows.length === 0 ? t('none') : t(capped ? 'rangeOfMany' : 'range', { from, to, total })}
      </p>
      {(previous ?? next) && (
        <div className="flex gap-2">
          <PageLink href={previous && listHref(view, { before: previous, from: Math.max(1, from - view.size) })}>
            <ChevronLeft aria-hidden />
            {t('previous')}
          </PageLink>
          <PageLink href={next && listHref(view, { after: next, from: to + 1 })}>
            {t('next')}
            <ChevronRight aria-hidden />
          </PageLink>
        </div>
      )}
    </nav>
  )
}

/** A link without an address is how HTML says "not now". */
const PageLink = ({ href, children }: { href: string | null; children: ReactNode }) =>
  href ? <Link prefetch={false} href={href} className={pageClass}>{children}</Link> : <a role="link" aria-disabled className={pageClass}>{children}</a>
