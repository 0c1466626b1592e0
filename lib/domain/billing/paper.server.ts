import 'server-only'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { Ctx } from '@/lib/platform/context'
import { shownMoney } from '@/lib/platform/money'
import { paperSizeOf, printPaper, type Paper, type PaperSize } from '@/lib/platform/paper.server'
import { toDate, type PlainDate } from '@/lib/platform/time'
import { getInvoice } from './invoice-reading.server'
import { getPayment } from './payment-reading.server'
import { getStatement } from './statement.server'

export type Printed = { name: string; pdf: Buffer }
type Asked = { id: string; size: PaperSize | undefined }
const plain = { color: null }

async function printing(ctx: Ctx, size: PaperSize | undefined) {
  const [t, format] = [await getTranslations('billing.paper'), await getFormatter()]
  return {
    money: (minor: number) => shownMoney(minor, ctx.organization.currency, ctx.locale),
    date: (on: PlainDate) => format.dateTime(toDate(on), { dateStyle: 'medium', timeZone: 'UTC' }),
    /** In the colours of the campus that sends it. */
    print: async (name: string, campusId: string | null, paper: Omit<Paper, 'from'>): Promise<Printed> => {
      const campus = campusId ? await ctx.db.campus.findUnique({ where: { id: campusId }, select: { name: true, address: true, phone: true, color: true, bgGradient: true, borderColor: true, textColor: true, bgLight: true } }) : null
      const lines = campus ? [campus.name, [campus.address, campus.phone].filter(Boolean).join(' · ')].filter((text) => text !== '') : []
      const style = { size: size ?? paperSizeOf(ctx.organization.currency), language: ctx.locale, colors: campus ?? plain, pageOf: (page: number, pages: number) => t('page', { page, pages }) }
      return { name: `${name}.pdf`, pdf: await printPaper({ ...paper, from: { name: ctx.organization.name, lines } }, style) }
    },
  }
}

const amountColumns = (what: string, amount: string) => [{ label: what, width: '*' as const }, { label: amount, width: 110, end: true }]

/** An invoice as its family gets it: from the lines to what is still owed. */
export async function printInvoice(ctx: Ctx, { id, size }: Asked): Promise<Printed> {
  const row = await getInvoice(ctx, id)
  const [t, payments, { money, date, print }] = [await getTranslations('invoices'), await getTranslations('payments'), await printing(ctx, size)]
  const sum = (label: string, minor: number) => ({ cells: [label, money(minor)], strong: true })
  return print(row.number ?? 'draft', row.campusId, {
    title: `${t('one')} ${row.number ?? t('draft')}`,
    to: [row.studentName, row.studentNumber],
    facts: [{ label: t('fields.issueDate'), value: date(row.issueDate) }, { label: t('fields.dueDate'), value: date(row.dueDate) }, { label: t('fields.status'), value: t(`statuses.${row.status}`) }, { label: t('fields.balance'), value: money(row.balance) }],
    columns: amountColumns(t('lines.description'), t('lines.amount')),
    rows: [
      ...row.lines.map(({ description, amount }) => ({ cells: [description, money(amount)] })),
      sum(t('fields.subtotal'), row.subtotal),
      ...row.discounts.map(({ name, kind, reason, amount }) => ({ cells: [[name, t(`kinds.${kind}` as Parameters<typeof t>[0]), reason].filter(Boolean).join(' · '), money(-amount)] })),
      ...(row.tax > 0 ? [{ cells: [t('fields.tax'), money(row.tax)] }] : []),
      sum(t('fields.total'), row.total),
      ...row.settled.map(({ receipt, method, amount }) => ({ cells: [`${receipt} · ${payments(`methods.${method}`)}`, money(-amount)] })),
      sum(t('fields.balance'), row.balance),
    ],
    notes: [row.notes, row.closedBecause].filter((note) => note !== null),
  })
}

/** A receipt: what came in and what it settled. */
export async function printReceipt(ctx: Ctx, { id, size }: Asked): Promise<Printed> {
  const row = await getPayment(ctx, id)
  const [t, { money, date, print }] = [await getTranslations('payments'), await printing(ctx, size)]
  return print(row.receipt, row.campusId, {
    title: `${t(row.reverses ? 'reversal' : 'fields.receipt')} ${row.receipt}`,
    to: [row.studentName],
    facts: [
      { label: t('fields.paidOn'), value: date(row.on) }, { label: t('fields.method'), value: t(`methods.${row.method}`) }, ...(row.reference ? [{ label: t('fields.reference'), value: row.reference }] : []),
      ...(row.receivedBy ? [{ label: t('fields.receivedBy'), value: row.receivedBy }] : []), ...(row.undoes ? [{ label: t('undoes'), value: row.undoes.receipt }] : []), ...(row.undoneBy ? [{ label: t('undoneBy'), value: row.undoneBy.receipt }] : []),
    ],
    columns: amountColumns(t('putTo'), t('fields.amount')),
    rows: [...row.put.map(({ number, amount }) => ({ cells: [number ?? '', money(amount)] })), ...(row.credit > 0 ? [{ cells: [t('credit'), money(row.credit)] }] : []), { cells: [t('fields.amount'), money(row.amount)], strong: true }],
    notes: row.notes ? [row.notes] : [],
  })
}

/** A family's account by date with the balance after each line. */
export async function printStatement(ctx: Ctx, { id, size }: Asked): Promise<Printed> {
  const { students, lines, balance, elsewhere, open, credit } = await getStatement(ctx, id)
  const child = students.find((student) => student.id === id)
  const [t, methods, { money, date, print }] = [await getTranslations('billing.statement'), await getTranslations('payments.methods'), await printing(ctx, size)]
  const { campusId } = await ctx.db.student.findUniqueOrThrow({ where: { id }, select: { campusId: true } })
  return print(`${child?.number ?? 'account'}`, campusId, {
    title: t('title'),
    to: students.map(({ name, number }) => `${name} · ${number}`),
    facts: [{ label: t('open'), value: money(open) }, { label: t('credit'), value: money(credit) }, { label: t('balance'), value: money(balance) }],
    columns: [{ label: t('on'), width: 80 }, { label: t('what'), width: '*' }, { label: t('student'), width: 110 }, { label: t('amount'), width: 85, end: true }, { label: t('after'), width: 85, end: true }],
    rows: [
      ...lines.map((line) => ({ cells: [date(line.on), [`${t(`kinds.${line.kind}`)} ${line.number}`, line.method && methods(line.method)].filter(Boolean).join(' · '), line.student, money(line.amount), money(line.balance)] })),
      ...(elsewhere === 0 ? [] : [{ cells: ['', t('elsewhere'), '', money(elsewhere), ''] }]),
      { cells: ['', t('balance'), '', '', money(balance)], strong: true },
    ],
    notes: [],
  })
}
