import { useTranslations } from 'next-intl'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { CarryLine, CarryPreview } from '@/lib/domain/academics/carry-over-preview.server'

const named = 5

/** A class as it is and as it will be, with who comes along; or why it is left. */
function Line({ name, gradeName, left, becomes, students, repeaters, aside, yearName }: CarryLine & { yearName: string }) {
  const t = useTranslations('classes.carry')
  const nextName = becomes?.name ?? ''
  const counts = left ? '' : [becomes ? t('students', { count: students }) : t('ends', { count: students }), ...(repeaters > 0 ? [t('repeaters', { count: repeaters })] : [])].join(' · ')
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-2 first:border-t-0">
      <span className="min-w-0 flex-1 basis-56">
        <span className={left ? 'text-soft' : 'font-medium'}>{t('of', { name, grade: gradeName })}</span>
        {!left && <>{' → '}<span className="font-medium">{becomes ? t('of', { name: becomes.name, grade: becomes.gradeName }) : t('finishes')}</span></>}
      </span>
      <span className="text-sm text-soft tabular-nums">{left ? t(`left.${left}`, { year: yearName, name: nextName }) : counts}</span>
      {aside.slice(0, named).map(({ name: who, why }, at) => <span key={at} className="basis-full text-sm text-soft">{t('aside', { name: who, why: t(`why.${why}`, { year: yearName }) })}</span>)}
      {aside.length > named && <span className="basis-full text-sm text-soft">{t('moreAside', { count: aside.length - named })}</span>}
    </li>
  )
}

/** What becomes of each of the classes; those that are left as they are come first. */
export function CarryLines({ preview: { yearName, total, lines } }: { preview: CarryPreview }) {
  const t = useTranslations('classes.carry')
  return (
    <ScrollRegion aria-label={t('preview')} className="max-h-72 rounded-lg border border-line px-3">
      <ul>{lines.map((line) => <Line key={line.id} {...line} yearName={yearName} />)}</ul>
      {total > lines.length && <p className="border-t border-line py-2 text-soft">{t('more', { count: total - lines.length })}</p>}
    </ScrollRegion>
  )
}
