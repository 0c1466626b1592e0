'use client'

import { useTranslations } from 'next-intl'
import { BulkDeed } from '@/components/bulk/bulk-deed'
import type { Chosen } from '@/components/bulk/bulk-remove'
import type { InvoiceBulkDeed } from '@/lib/domain/billing/invoice-bulk'
import { shownMoney } from '@/lib/platform/money'
import { bulkDoors } from '../bulk/doors'
import { endInvoicesAction, issueInvoicesAction, previewInvoiceBulkAction } from './actions'
import type { Money } from './invoice-columns'

export type Asked = Chosen & { deed: InvoiceBulkDeed }

/** No undo: an invoice that was issued or closed is corrected by a deed of its own. */
const doors = { progressHref: bulkDoors.progressHref }

/** What can be done to the invoices that were chosen: for how many it is and what they come to is seen first. */
export function InvoicesBulk({ asked: { deed, ...chosen }, money: { currency, locale }, onClose }: { asked: Asked; money: Money; onClose: () => void }) {
  const t = useTranslations('invoices')
  const hint = deed === 'issue' ? t('bulk.issueHint') : t(deed === 'void' ? 'deeds.voidHint' : 'deeds.writeOffHint')
  return (
    <BulkDeed
      title={t(`bulk.${deed}Title`)} doors={doors} label={(count) => t(`bulk.${deed}Run`, { count })} bad={deed !== 'issue'} reason={deed === 'issue' ? undefined : { label: t('fields.reason'), missing: t('bulk.missing') }}
      preview={() => previewInvoiceBulkAction({ deed, selection: chosen.selection })} fits={({ fitting }) => fitting}
      told={({ total, fitting, amount }) => t(`bulk.${deed}Told`, { fitting, others: total - fitting, amount: shownMoney(amount, currency, locale) })}
      run={(reason) => (deed === 'issue' ? issueInvoicesAction(chosen) : endInvoicesAction({ ...chosen, deed, reason }))}
      onClose={onClose}
    >
      {hint}
    </BulkDeed>
  )
}
