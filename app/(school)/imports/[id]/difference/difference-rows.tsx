import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { fieldOrder, type EntityName } from '@/lib/domain/interop/import-batch'
import { valueWords } from '@/lib/domain/interop/import-values'
import type { ChangeRow } from '@/lib/domain/interop/public.server'

type DifferenceRowsProps = { id: string; entity: EntityName; kind: 'new' | 'changed' | 'revived' | 'gone'; page: number; rows: ChangeRow[]; kept: number; count: number }

const size = 50

/** One page of changed records: a line for each field, with its value before and after. */
export function DifferenceRows({ id, entity, kind, page, rows, kept, count }: DifferenceRowsProps) {
  const t = useTranslations('imports.difference')
  const names = useTranslations('imports.entities')
  const pages = Math.max(1, Math.ceil(kept / size))
  const href = (to: number) => `/imports/${id}/difference?entity=${entity}&kind=${kind}&page=${to}`
  return (
    <Card title={t('rowsTitle', { entity: names(entity), kind: t(`kinds.${kind}`) })} aside={kept < count && <span className="text-sm text-soft">{t('kept', { kept, count })}</span>} flush>
      <div className="table-scroll rounded-none border-x-0">
        <table className="table dense">
          <caption className="sr-only">{t('rowsCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('who')}</th>
              <th scope="col" className="end">{t('row')}</th>
              <th scope="col">{t('field')}</th>
              {kind !== 'new' && <th scope="col">{t('before')}</th>}
              <th scope="col">{t('after')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => <ChangeLines key={row.id} entity={entity} row={row} kind={kind} />)}
          </tbody>
        </table>
      </div>
      <nav className="flex flex-wrap items-center justify-between gap-3 p-3">
        <span className="text-sm text-soft">{t('page', { page, pages })}</span>
        <span className="flex gap-2">
          {page > 1 && <LinkButton size="sm" href={href(page - 1)}>{t('previous')}</LinkButton>}
          {page < pages && <LinkButton size="sm" href={href(page + 1)}>{t('next')}</LinkButton>}
        </span>
      </nav>
    </Card>
  )
}

/** One of a fixed set of values, in words. */
function Choice({ words, value }: { words: string; value: string }) {
  const t = useTranslations(words)
  return t.has(value) ? t(value) : value
}

function ChangeLines({ entity, row, kind }: { entity: EntityName; row: ChangeRow; kind: string }) {
  const t = useTranslations('imports.difference')
  const names = useTranslations('imports.fields')
  const format = useFormatter()
  const fields = fieldOrder.filter((field) => field in row.before || field in row.after)
  const shown = (field: string, value: string | null | undefined) => {
    if (value == null) return <span className="text-soft">{t('blank')}</span>
    const words = valueWords(entity, field)
    if (words) return <Choice words={words} value={value} />
    return /^\d{4}-\d\d-\d\d$/.test(value) ? format.dateTime(new Date(`${value}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' }) : value
  }
  const lines = fields.length > 0 ? fields : [null]
  return lines.map((field, i) => (
    <tr key={`${row.id}-${field}`}>
      {i === 0 && <th scope="rowgroup" rowSpan={lines.length}>{row.label}</th>}
      {i === 0 && <td rowSpan={lines.length} className="end">{row.row}</td>}
      <td className={i > 0 ? 'static ps-3' : undefined}>{field && names(field)}</td>
      {kind !== 'new' && <td className="text-soft">{field && shown(field, row.before[field])}</td>}
      <td>{field ? shown(field, row.after[field]) : kind === 'gone' && t('removed')}</td>
    </tr>
  ))
}
