import 'server-only'
import type { Ctx } from '@/lib/platform/context'
import { paperSizeOf, printPaper, type Letter, type Paper, type PaperSize, type PaperStyle } from '@/lib/platform/paper.server'
import { getInvoice, type InvoiceRecord } from './invoice-reading.server'
import { paperWords, type PaperWords } from './paper-words.server'
import { undoesWord, undoneByWord } from './payment'
import { getPayment, type PaymentRecord } from './payment-reading.server'
import { getStatement, type Statement } from './statement.server'

export type Printed = { name: string; pdf: Buffer }
type Asked = { id: string; size: PaperSize | undefined }
type Content = Omit<Paper, 'from'>

const amountColumns = (what: string, amount: string) => [{ label: what, width: '*' as const }, { label: amount, width: 110, end: true }]

/** An invoice as its family gets it: from the lines to what is still owed. */
export function invoicePaper(row: InvoiceRecord, { t, money, date }: PaperWords): Content {
  const sum = (label: string, minor: number) => ({ cells: [label, money(minor)], strong: true })
  return {
    title: `${t('invoices.one')} ${row.number ?? t('invoices.draft')}`,
    to: [row.studentName, row.studentNumber],
    facts: [{ label: t('invoices.fields.issueDate'), value: date(row.issueDate) }, { label: t('invoices.fields.dueDate'), value: date(row.dueDate) }, { label: t('invoices.fields.status'), value: t(`invoices.statuses.${row.status}`) }, { label: t('invoices.fields.balance'), value: money(row.balance) }],
    columns: amountColumns(t('invoices.lines.description'), t('invoices.lines.amount')),
    rows: [
      ...row.lines.map(({ description, amount }) => ({ cells: [description, money(amount)] })),
      sum(t('invoices.fields.subtotal'), row.subtotal),
      ...row.discounts.map(({ name, kind, reason, amount }) => ({ cells: [[name, t(`invoices.kinds.${kind}`), reason].filter(Boolean).join(' · '), money(-amount)] })),
      ...(row.tax > 0 ? [{ cells: [t('invoices.fields.tax'), money(row.tax)] }] : []),
      sum(t('invoices.fields.total'), row.total),
      ...row.settled.map(({ receipt, method, amount }) => ({ cells: [`${receipt} · ${t(`payments.methods.${method}`)}`, money(-amount)] })),
      sum(t('invoices.fields.balance'), row.balance),
    ],
    notes: [row.notes, row.closedBecause].filter((note) => note !== null),
  }
}

/** A receipt: what came in and what it settled. */
function receiptPaper(row: PaymentRecord, { t, money, date }: PaperWords): Content {
  const fact = (label: string, value: string | null | undefined) => (value ? [{ label: t(`payments.${label}`), value }] : [])
  return {
    title: `${t(row.reverses ? `payments.${row.reverses}` : 'payments.fields.receipt')} ${row.receipt}`,
    to: [row.studentName],
    facts: [
      ...fact('fields.paidOn', date(row.on)), ...fact('fields.method', t(`payments.methods.${row.method}`)), ...fact('fields.reference', row.reference),
      ...fact('fields.receivedBy', row.receivedBy), ...fact(undoesWord(row.reverses), row.undoes?.receipt), ...row.undoneBy.flatMap((one) => fact(undoneByWord(row.status), one.receipt)),
    ],
    columns: amountColumns(t('payments.putTo'), t('payments.fields.amount')),
    rows: [...row.put.map(({ number, amount }) => ({ cells: [number ?? '', money(amount)] })), ...(row.credit > 0 ? [{ cells: [t('payments.credit'), money(row.credit)] }] : []), { cells: [t('payments.fields.amount'), money(row.amount)], strong: true }],
    notes: row.notes ? [row.notes] : [],
  }
}

/** A family's account by date with the balance after each line. */
export function statementPaper({ students, lines, balance, elsewhere, open, credit }: Statement, { t: words, money, date }: PaperWords): Content {
  const t = (key: string) => words(`billing.statement.${key}`)
  return {
    title: t('title'),
    to: students.map(({ name, number }) => `${name} · ${number}`),
    facts: [{ label: t('open'), value: money(open) }, { label: t('credit'), value: money(credit) }, { label: t('balance'), value: money(balance) }],
    columns: [{ label: t('on'), width: 80 }, { label: t('what'), width: '*' }, { label: t('student'), width: 110 }, { label: t('amount'), width: 85, end: true }, { label: t('after'), width: 85, end: true }],
    rows: [
      ...lines.map((line) => ({ cells: [date(line.on), [`${t(`kinds.${line.kind}`)} ${line.number}`, line.method && words(`payments.methods.${line.method}`)].filter(Boolean).join(' · '), line.student, money(line.amount), money(line.balance)] })),
      ...(elsewhere === 0 ? [] : [{ cells: ['', t('elsewhere'), '', money(elsewhere), ''] }]),
      { cells: ['', t('balance'), '', '', money(balance)], strong: true },
    ],
    notes: [],
  }
}

export const styleOf = (ctx: Ctx, { t }: PaperWords, size: PaperSize | undefined): PaperStyle => ({ size: size ?? paperSizeOf(ctx.organization.currency), language: ctx.locale, pageOf: (page, pages) => t('billing.paper.page', { page, pages }) })

/** Puts the sender to what a letter says: the organization with the campus, in the campus's colours. A campus is read once. */
export function sender({ db, organization }: Ctx) {
  const select = { name: true, address: true, phone: true, color: true, bgGradient: true, borderColor: true, textColor: true, bgLight: true } as const
  const find = (id: string) => db.campus.findUnique({ where: { id }, select })
  const known = new Map<string, ReturnType<typeof find>>()
  return async (campusId: string, content: Content): Promise<Letter> => {
    const asked = known.get(campusId) ?? find(campusId)
    known.set(campusId, asked)
    const campus = await asked
    const lines = campus ? [campus.name, [campus.address, campus.phone].filter(Boolean).join(' · ')].filter((text) => text !== '') : []
    return { ...content, from: { name: organization.name, lines }, colors: campus ?? { color: null } }
  }
}

async function print(ctx: Ctx, size: PaperSize | undefined, { name, campusId, content }: { name: string; campusId: string; content: (words: PaperWords) => Content }): Promise<Printed> {
  const words = await paperWords(ctx)
  return { name: `${name}.pdf`, pdf: await printPaper(await sender(ctx)(campusId, content(words)), styleOf(ctx, words, size)) }
}

export async function printInvoice(ctx: Ctx, { id, size }: Asked): Promise<Printed> {
  const row = await getInvoice(ctx, id)
  return print(ctx, size, { name: row.number ?? 'draft', campusId: row.campusId, content: (words) => invoicePaper(row, words) })
}

export async function printReceipt(ctx: Ctx, { id, size }: Asked): Promise<Printed> {
  const row = await getPayment(ctx, id)
  return print(ctx, size, { name: row.receipt, campusId: row.campusId, content: (words) => receiptPaper(row, words) })
}

export async function printStatement(ctx: Ctx, { id, size }: Asked): Promise<Printed> {
  const statement = await getStatement(ctx, id)
  const { campusId } = await ctx.db.student.findUniqueOrThrow({ where: { id }, select: { campusId: true } })
  return print(ctx, size, { name: statement.students.find((student) => student.id === id)?.number ?? 'account', campusId, content: (words) => statementPaper(statement, words) })
}
