import { ChevronRight } from 'lucide'
import { Icon } from '@/components/ui/icon'

export type Crumb = { href: string; label: string }

/** The way up from a record; the page's own heading is the last step. */
export function Breadcrumb({ label, trail }: { label: string; trail: readonly Crumb[] }) {
  return (
    <nav aria-label={label} className="-my-1 pointer-coarse:-my-3">
      <ol className="flex flex-wrap items-center gap-1 text-soft">
        {trail.map((crumb) => (
          <li key={crumb.href} className="flex items-center gap-1">
            <a href={crumb.href} className="rounded py-1 hover:text-ink hover:underline pointer-coarse:py-3">
              {crumb.label}
            </a>
            <Icon of={ChevronRight} className="size-3.5 rtl:-scale-x-100" />
          </li>
        ))}
      </ol>
    </nav>
  )
}
