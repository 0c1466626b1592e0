import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { LinkButton } from '@/components/ui/link-button'
import type { Option } from '@/components/ui/select'
import type { ListView } from '@/lib/platform/list-view'
import { RecordFinderLoader } from './record-finder-loader'

/** From one day to another (a plain form: what else the list is narrowed to goes along), and the deeds of one record alone. */
export function AuditDays({ view, record }: { view: ListView; record: Option | null }) {
  const t = useTranslations('audit')
  const { from, to, ...others } = view.raw
  const { record: _, ...kept } = view.raw
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <form method="get" className="flex flex-wrap items-end gap-2" aria-label={t('days')}>
        {Object.entries(others).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <label className="flex items-center gap-2 text-sm">{t('from')}<Input type="date" name="from" defaultValue={from} /></label>
        <label className="flex items-center gap-2 text-sm">{t('to')}<Input type="date" name="to" defaultValue={to} /></label>
        <Button type="submit" size="sm">{t('show')}</Button>
      </form>
      <div className="flex min-w-0 flex-1 basis-64 items-end gap-2 md:max-w-md">
        <div className="min-w-0 flex-1"><RecordFinderLoader record={record} others={kept} /></div>
        {record && <LinkButton href={`/audit?${new URLSearchParams(kept)}`} variant="quiet">{t('allRecords')}</LinkButton>}
      </div>
    </div>
  )
}
