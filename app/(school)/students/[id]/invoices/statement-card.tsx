import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Facts } from '@/components/record/facts'
import { Card } from '@/components/ui/card'
import { Day } from '@/components/ui/day'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { Statement, StatementLine } from '@/lib/domain/billing/statement.server'
import { shownMoney } from '@/lib/platform/money'

type StatementCardProps = { statement: Statement; money: { currency: string; locale: string }; mayOpenPayments: boolean }

/** A family's account. The balance is what is open on invoices less what is left of payments. */
export function StatementCard({ statement: { students, lines, balance, elsewhere, open, credit }, money: { currency, locale }, mayOpenPayments }: StatementCardProps) {
  const [t, methods] = [useTranslations('billing.statement'), useTranslations('payments.methods')]
  const money = (minor: number) => shownMoney(minor, currency, locale)
  const isOfPayment = (line: StatementLine) => line.kind === 'payment' || line.kind === 'reversal' || line.kind === 'refund'
  const linked = (line: StatementLine) => (isOfPayment(line) && !mayOpenPayments ? line.number : <Link href={`/${isOfPayment(line) ? 'payments' : 'invoices'}/${line.id}`} className="hover:underline">{line.number}</Link>)
  const cell = 'px-2 py-2 sm:px-4'
  const end = `${cell} text-end tabular-nums whitespace-nowrap`
  // On a phone the day and the child stand with what it is.
  const wide = `${cell} hidden sm:table-cell`
  // An account of one child names it once, above.
  const named = students.length > 1
  return (
    <>
      <Facts facts={[{ label: t('balance'), value: money(balance) }, { label: t('open'), value: money(open) }, { label: t('credit'), value: money(credit) }, ...(elsewhere === 0 ? [] : [{ label: t('elsewhere'), value: money(elsewhere) }]), { label: t('family'), value: students.map(({ name, number }) => `${name} (${number})`).join('\n') }]} />
      <Card title={t('title')} flush>
        <ScrollRegion aria-label={t('title')} className="border-t border-line">
          <table aria-label={t('title')} className="w-full text-sm">
            <thead>
              <tr className="text-start text-soft">
                <th scope="col" className={`${wide} text-start font-medium`}>{t('on')}</th><th scope="col" className={`${cell} text-start font-medium`}>{t('what')}</th>{named && <th scope="col" className={`${wide} text-start font-medium`}>{t('student')}</th>}
                <th scope="col" className={`${end} font-medium`}>{t('amount')}</th><th scope="col" className={`${end} font-medium`}>{t('after')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={`${line.kind} ${line.id}`} className="border-t border-line">
                  <td className={`${wide} whitespace-nowrap tabular-nums`}><Day on={line.on} /></td>
                  <td className={cell}>
                    {t(`kinds.${line.kind}`)} <span className="whitespace-nowrap">{linked(line)}</span>{line.method && ` · ${methods(line.method)}`}
                    <span className="block text-soft sm:hidden"><Day on={line.on} />{named && ` · ${line.student}`}</span>
                  </td>
                  {named && <td className={wide}>{line.student}</td>}<td className={end}>{money(line.amount)}</td><td className={end}>{money(line.balance)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              {elsewhere !== 0 && <tr className="border-t border-line"><td className={wide} /><td className={cell}>{t('elsewhere')}</td>{named && <td className={wide} />}<td className={end}>{money(elsewhere)}</td><td className={end} /></tr>}
              <tr className="border-t border-line font-semibold"><td className={wide} /><th scope="row" className={`${cell} text-start`}>{t('balance')}</th>{named && <td className={wide} />}<td className={end} /><td className={end}>{money(balance)}</td></tr>
            </tfoot>
          </table>
        </ScrollRegion>
      </Card>
    </>
  )
}
