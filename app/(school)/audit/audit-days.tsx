import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import type { ListView } from '@/lib/platform/list-view'

/** From one day to another. A plain form: what else the list is narrowed to goes along. */
export function AuditDays({ view }: { view: ListView }) {
  const t = useTranslations('audit')
  const { from, to, ...others } = view.raw
  return (
    <form method="get" className="flex flex-wrap items-end gap-2" aria-label={t('days')}>
      {Object.entries(others).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <label className="flex items-center gap-2 text-sm">{t('from')}<Input type="date" name="from" defaultValue={from} /></label>
      <label className="flex items-center gap-2 text-sm">{t('to')}<Input type="date" name="to" defaultValue={to} /></label>
      <Button type="submit" size="sm">{t('show')}</Button>
    </form>
  )
}
