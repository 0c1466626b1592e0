import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { changeKinds, entityNames, hasChanges, shownKinds, type ImportState, type ImportSummary } from '@/lib/domain/interop/import-batch'

type DifferenceSummaryProps = { id: string; state: ImportState; summary: ImportSummary }

/** Entities down, kinds of change across; every number leads to its rows. */
export function DifferenceSummary({ id, state, summary }: DifferenceSummaryProps) {
  const t = useTranslations('imports.difference')
  const names = useTranslations('imports.entities')
  const format = useFormatter()
  const isDone = state === 'applied' || state === 'undoing' || state === 'undone'
  const none = Object.keys(summary.counts).length === 0 ? 'noRows' : isDone ? 'noneDone' : 'none'
  const present = entityNames.filter((entity) => summary.counts[entity])
  return (
    <Card title={t(isDone ? 'titleDone' : 'title')} flush>
      {!hasChanges(summary) && <p className="px-4 pb-3 text-soft">{t(none)}</p>}
      {present.length > 0 && (
        <div className="table-scroll rounded-t-none border-0 border-t">
          <table className="table dense">
            <caption className="sr-only">{t('caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('entity')}</th>
                {changeKinds.map((kind) => <th key={kind} scope="col" className="end">{t(`kinds.${kind}`)}</th>)}
              </tr>
            </thead>
            <tbody>
              {present.map((entity) => (
                <tr key={entity}>
                  <th scope="row">{names(entity)}</th>
                  {changeKinds.map((kind) => {
                    const count = summary.counts[entity]?.[kind] ?? 0
                    const isOpen = count > 0 && shownKinds.some((shown) => shown === kind)
                    const label = t('open', { count, kind: t(`kinds.${kind}`), entity: names(entity) })
                    return <td key={kind} className="end">{isOpen ? <Link className="font-medium underline underline-offset-2" aria-label={label} href={`/imports/${id}/difference?entity=${entity}&kind=${kind}`}>{format.number(count)}</Link> : <span className="text-soft">{format.number(count)}</span>}</td>
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}
