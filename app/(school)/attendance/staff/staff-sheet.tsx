'use client'

import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useOptimistic, useRef, useState, useTransition } from 'react'
import { useUnsent } from '@/components/form/use-unsent'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { ShareBar } from '@/components/dashboard/share-bar'
import { countsOf, type SheetRow, type StaffDayInput, type StaffMark, type StaffSheet as Sheet } from '@/lib/domain/attendance/staff-day'
import { toDate } from '@/lib/platform/plain-date'
import { confirmStaffDayAction, markStaffDayAction } from './actions'
import { StaffRow, type QuickMark } from './staff-row'

type StaffSheetProps = { sheet: Sheet; campuses: readonly { id: string; name: string }[]; mayTake: boolean }
const known = (text: string) => text.toLocaleLowerCase()

/** The office's sheet of a day: everybody is present until tapped. Each tap is kept at once; closing the day writes down the others. */
export function StaffSheet({ sheet, campuses, mayTake }: StaffSheetProps) {
  const t = useTranslations('attendance.staff')
  const format = useFormatter()
  const router = useRouter()
  const unsent = useUnsent()
  const [isBusy, start] = useTransition()
  const [search, setSearch] = useState('')
  const [rows, draw] = useOptimistic(sheet.rows, (all: SheetRow[], tapped: { staffId: string; mark: StaffMark }) => all.map((row) => (row.staffId === tapped.staffId ? { ...row, mark: tapped.mark } : row)))
  const counts = countsOf(rows)
  const isFuture = sheet.date > sheet.today

  /** Taps on one person follow each other: the second stands on what the first has written. */
  const sent = useRef(new Map<string, Promise<string | null>>())
  const send = (row: SheetRow, said: QuickMark) => start(async () => {
    const { staffId, mark, name } = row
    const values: Omit<StaffDayInput, 'seen'> = { leaveType: null, arrivedAt: null, note: mark?.note ?? null, until: null, ...said, staffId, date: sheet.date }
    draw({ staffId, mark: { ...values, source: 'office', seen: mark?.seen ?? '', by: null } })
    const before = sent.current.get(staffId) ?? Promise.resolve(mark?.seen ?? null)
    const written = before.then(async (seen) => {
      const result = await markStaffDayAction({ ...values, seen }).catch(unsent)
      if (!result.ok) toast({ tone: 'bad', title: result.message, text: name })
      return result.ok ? result.data.seen : seen
    })
    sent.current.set(staffId, written)
    await written
    if (sent.current.get(staffId) === written) sent.current.delete(staffId)
    router.refresh()
  })
  const confirm = (campusId: string) => start(async () => {
    const result = await confirmStaffDayAction({ campusId, date: sheet.date }).catch(unsent)
    toast(result.ok ? { tone: 'ok', title: t('confirmed', { count: result.data.count }) } : { tone: 'bad', title: result.message })
    router.refresh()
  })

  if (sheet.rows.length === 0) return <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState>
  const shown = rows.filter(({ name, jobTitle }) => known(`${name} ${jobTitle ?? ''}`).includes(known(search.trim())))
  const shares = [
    { key: 'here', count: counts.here - counts.late, label: t('counts.here'), tone: 'ok' as const },
    { key: 'late', count: counts.late, label: t('counts.late'), tone: 'warn' as const },
    { key: 'away', count: counts.away, label: t('counts.away'), tone: 'bad' as const },
    ...(counts.open > 0 ? [{ key: 'open', count: counts.open, label: t('counts.open'), tone: 'none' as const }] : []),
  ]
  return (
    <>
      {!sheet.isSchoolDay && <Notice tone="quiet" title={t('noSchool')} />}
      {isFuture && <Notice tone="quiet" title={t('future', { date: format.dateTime(toDate(sheet.date), { dateStyle: 'full', timeZone: 'UTC' }) })} />}
      <section aria-label={t('counts.label')} className="rounded-lg border border-line bg-raised p-4"><ShareBar shares={shares} /></section>
      <Input type="search" aria-label={t('search')} placeholder={t('search')} value={search} onChange={(event) => setSearch(event.target.value)} className="max-w-md print:hidden" />
      {campuses.map(({ id, name }) => {
        const own = shown.filter(({ campusId }) => campusId === id)
        const open = rows.filter(({ campusId, mark }) => campusId === id && mark === null).length
        if (own.length === 0) return null
        return (
          <section key={id} aria-label={name} className="rounded-lg border border-line bg-raised">
            <header className="flex min-h-14 flex-wrap items-center justify-between gap-x-3 gap-y-2 px-4 py-2">
              <h2 className="font-semibold">{name}</h2>
              {mayTake && !isFuture && (open > 0
                ? <Button size="sm" variant="primary" pending={isBusy} aria-disabled={isBusy || undefined} aria-label={`${t('confirm', { count: open })}: ${name}`} onClick={() => !isBusy && confirm(id)}>{t('confirm', { count: open })}</Button>
                : <span className="tone-ok share-word text-sm">{t('closed')}</span>)}
            </header>
            <ul>{own.map((row) => <StaffRow key={row.staffId} row={row} sheet={sheet} mayTake={mayTake} onMark={(said) => send(row, said)} />)}</ul>
          </section>
        )
      })}
      {shown.length === 0 && <EmptyState title={t('noMatch')} />}
    </>
  )
}
