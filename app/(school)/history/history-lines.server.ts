import 'server-only'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { HistoryLine } from '@/components/record/history-list'
import { linkNames } from '@/lib/domain/record-names.server'
import { recordFacts } from '@/lib/domain/records'
import type { Field } from '@/lib/platform/catalog'
import type { Ctx } from '@/lib/platform/context'
import { actorNames, listHistories, listHistory, type HistoryOf, type HistoryRow } from '@/lib/platform/history.server'
import { isPlainDate, toDate } from '@/lib/platform/time'

type Value = string | number | boolean | null | undefined

/** What deeds on files say, whichever record they belong to. */
const fileFields: Readonly<Record<string, Field>> = { attachment: { kind: 'text', label: 'files.history.attachment' }, photo: { kind: 'text', label: 'files.history.photo' } }

/** The words and forms of whoever reads; a stream asks for them before it begins, while the request is there to say the language. */
export async function historyWords() {
  const [t, format] = await Promise.all([getTranslations(), getFormatter()])
  return { t, format }
}
type HistoryWords = Awaited<ReturnType<typeof historyWords>>

/** The sentence of each entry, with what it was before and after in the school's own words. */
export async function historyLines(ctx: Ctx, rows: readonly HistoryRow[], words?: HistoryWords): Promise<HistoryLine[]> {
  const [{ t, format }, actors, links] = await Promise.all([words ?? historyWords(), actorNames(ctx, rows.map(({ actorId }) => actorId)), linkNames(ctx, rows)])

  function shown(field: Field, value: Value): string | null {
    if (value === null || value === undefined || value === '') return ''
    if (field.kind === 'flag') return t(value === true ? 'history.yes' : 'history.no')
    if (field.kind === 'choice' && field.words && t.has(`${field.words}.${String(value)}`)) return t(`${field.words}.${String(value)}`)
    if (field.kind === 'date' && typeof value === 'string' && isPlainDate(value)) return format.dateTime(toDate(value), { dateStyle: 'medium', timeZone: 'UTC' })
    if (field.kind === 'link') return links.get(String(value)) ?? t('history.somebodyElse')
    return String(value)
  }

  const changesOf = ({ entity, before, after }: HistoryRow) =>
    Object.entries({ ...recordFacts.get(entity)?.fields, ...fileFields })
      .filter(([name]) => after && (before ? (before[name] ?? null) !== (after[name] ?? null) : after[name] !== null && after[name] !== undefined))
      .map(([name, field]) => ({ label: t(field.label), before: before && shown(field, before[name]), after: shown(field, after?.[name]) }))

  const verb = (deed: string) => (t.has(`history.deeds.${deed.replace('.', '-')}`) ? t(`history.deeds.${deed.replace('.', '-')}`) : t.has(`history.verbs.${deed.split(/[-.]/)[0]}`) ? t(`history.verbs.${deed.split(/[-.]/)[0]}`) : deed)
  return rows.map((row) => ({
    id: row.id,
    who: (row.actorId && actors.get(row.actorId)) ?? (typeof row.after?.by === 'string' ? row.after.by : t('history.somebody')),
    deed: verb(row.deed),
    when: format.dateTime(row.at, { dateStyle: 'medium', timeStyle: 'short' }),
    changes: changesOf(row),
  }))
}

/** All that a record's history tab shows; what hangs on the record, by `[entity, ids]`, is told with it. */
export async function historyOf(ctx: Ctx, entity: string, id: string, more: HistoryOf = []) {
  const [t, rows] = await Promise.all([getTranslations(), more.length > 0 ? listHistories(ctx, [[entity, [id]], ...more]) : listHistory(ctx, entity, id)])
  return { lines: await historyLines(ctx, rows), words: { empty: t('history.empty'), blank: t('history.blank'), from: t('history.from'), to: t('history.to') } }
}
